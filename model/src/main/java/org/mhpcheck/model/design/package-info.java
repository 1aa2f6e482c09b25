/**
 * Which kernel: releases, the changes between them, and designs made of both.
 *
 * <p>The catalogue says what was changed where, by whom known and how sure; what a change does is
 * in {@code kernel}, where it is asked for. Touches nothing else of mhpcheck.
 */
package org.mhpcheck.model.design;
