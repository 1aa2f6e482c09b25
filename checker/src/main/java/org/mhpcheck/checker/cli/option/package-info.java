/**
 * Options that several commands have, and what is made of their values.
 *
 * <p>Knows picocli, as commands do. What cannot be is wrong usage, and names the option.
 */
package org.mhpcheck.checker.cli.option;
