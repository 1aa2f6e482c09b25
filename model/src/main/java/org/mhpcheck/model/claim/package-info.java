/**
 * The kinds of property there are, and what each speaks about; the properties are in {@code specs}.
 *
 * <p>Touches {@code kernel}, {@code caller}, {@code layout}, {@code state} and {@code logic}.
 */
package org.mhpcheck.model.claim;
