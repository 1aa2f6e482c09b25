/**
 * Reading scenarios and architectures.
 *
 * <p>The files stand at the top of this module, {@code scenarios/} and {@code arches.toml}, and
 * ship in its jar. Which properties there are is told to the reader, so this package does not touch
 * {@code property}; it touches {@code model}, and {@code toml}, which reads the files' tables.
 */
package org.mhpcheck.specs.scenario;
