/**
 * Options that several commands have, and what is made of their values.
 *
 * <p>Beside commands the only package that knows picocli. What cannot be is wrong usage, and names
 * the option.
 */
package org.mhpcheck.checker.cli.option;
