/**
 * What a command finds around it: where it writes to, what interrupts it, how long it may take; and
 * what it ends with if it cannot go on.
 *
 * <p>The only package that touches the process's streams and signals.
 */
package org.mhpcheck.checker.cli.console;
