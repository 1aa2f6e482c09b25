/**
 * The bug corpus: what is known to have gone wrong in sections' memory hotplug, B01 to B36 mended
 * upstream, L01 to L18 not, or not known to be.
 *
 * <p>It stands at the top of this module, {@code corpus.toml}, and ships in its jar. A scenario
 * belongs to the entry whose id its file's name begins with; a change of the model's catalogue, to
 * the entry whose id its slug begins with. Touches {@code model}, and {@code toml}, which reads the
 * file's tables.
 */
package org.mhpcheck.specs.corpus;
