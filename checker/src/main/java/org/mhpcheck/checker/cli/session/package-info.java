/**
 * A run: its questions part by part, what is kept of them while it lasts, the engines that answer,
 * and the files that are left of it.
 *
 * <p>Knows engines and writers.
 */
package org.mhpcheck.checker.cli.session;
