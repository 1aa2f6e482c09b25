/**
 * Reading scenarios and architectures: from TOML, with every problem of a file at its line and
 * column.
 *
 * <p>The files stand at the top of this module, {@code scenarios/} and {@code arches.toml}, and
 * ship in its jar. Which properties there are is told to the reader, so this package does not touch
 * {@code property}; it touches {@code model}, and is the only one that knows the TOML library.
 */
package org.mhpcheck.specs.scenario;
