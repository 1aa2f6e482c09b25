/**
 * Random walks through worlds that are too large to exhaust, and what they break made small: walks
 * over real sections, one after the other from a boot, each from its own random numbers; then the
 * scripts of broken properties shrunk until no call of them can be left out.
 *
 * <p>A walk shows what it met, and nothing else: whatever it did not break is inconclusive. Touches
 * {@code run}, whose kind of engine this is, {@code replay}, which every shrunk script goes
 * through, {@code system} for how properties are judged, and {@code model}.
 */
package org.mhpcheck.checker.simulate;
