/**
 * What is answered: verdicts with their reach and evidence, traces, findings, a run.
 *
 * <p>A verdict carries its evidence and says how far it goes. Touches {@code question} and what
 * that touches.
 */
package org.mhpcheck.model.answer;
