/**
 * What people and machines read of a run, and the directory it is written to.
 *
 * <p>{@code text} puts the model's values into words; {@code terminal}, {@code json} and {@code
 * itf} write in one form each, and know nothing of files; this package names the files and puts
 * them in place. Nothing here decides anything: verdicts and grades come as they are.
 */
package org.mhpcheck.reports;
