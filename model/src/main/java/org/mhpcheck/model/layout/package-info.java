/**
 * The exact arithmetic of sections, by design and architecture: how large a usage is and where its
 * parts lie, which bits of section_mem_map are whose, what a pageblock and a range of subsections
 * come to.
 *
 * <p>Touches {@code logic} and {@code design}.
 */
package org.mhpcheck.model.layout;
