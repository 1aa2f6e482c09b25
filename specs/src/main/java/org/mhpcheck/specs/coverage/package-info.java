/**
 * The catalogue of what never fires: what the modelled kernel has, and no packaged scenario comes
 * to, each with the reason why.
 *
 * <p>It stands at the top of this module, {@code never-fired.toml}, and ships in its jar. What can
 * fire is no list: it is made of the model. Touches {@code toml}, which reads the file's tables.
 */
package org.mhpcheck.specs.coverage;
