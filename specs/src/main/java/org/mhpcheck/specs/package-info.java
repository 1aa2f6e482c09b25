/**
 * What must hold, and where it is asked: properties, scenarios, architectures, known bugs, mutants,
 * what never fires, and reading them.
 *
 * <p>From the bottom up: {@code toml}, {@code scenario}, {@code corpus}, {@code mutant}, {@code
 * coverage}, {@code property}; each touches {@code model} and those before it only, and properties
 * nothing else of this module. Content is what this module is for; it knows no engine and no
 * report.
 */
package org.mhpcheck.specs;
