/**
 * How large a usage is and where its parts lie, by design and architecture: exact arithmetic.
 *
 * <p>Touches {@code design}.
 */
package org.mhpcheck.model.layout;
