/**
 * What people and machines read of a run, and the directory it is written to.
 *
 * <p>{@code text} puts the model's values into words; {@code terminal}, {@code html}, {@code mail},
 * {@code json}, {@code itf}, {@code junit}, {@code sarif} and {@code ktap} write in one form each,
 * and know nothing of files; {@code past} reads runs back, and compares them; {@code evidence} says
 * what a pack consists of; this package names the files and puts them in place. Nothing here
 * decides anything: verdicts and grades come as they are.
 */
package org.mhpcheck.reports;
