/**
 * What is asked: scenarios, the world they are asked in, and what their authors expect.
 *
 * <p>Touches {@code claim}, {@code caller}, {@code kernel}, {@code layout} and {@code design}.
 */
package org.mhpcheck.model.question;
