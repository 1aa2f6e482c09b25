/**
 * The property catalogue: what must hold, why, and on which kernel source it rests.
 *
 * <p>Each is one formula over the model's values. Touches {@code model} only.
 */
package org.mhpcheck.specs.property;
