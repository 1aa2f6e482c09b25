/**
 * Reading the files of this module: their text, their tables, and what is wrong with them, each
 * problem at its line and column.
 *
 * <p>What a file means is for the packages that read it; those share how it is read, and how they
 * say what was found and what was expected. Touches {@code model} for suggesting names only.
 */
package org.mhpcheck.specs.toml;
