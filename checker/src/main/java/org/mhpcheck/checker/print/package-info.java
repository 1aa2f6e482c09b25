/** A page on paper: Chromium, where there is one. Touches {@code tool}. */
package org.mhpcheck.checker.print;
