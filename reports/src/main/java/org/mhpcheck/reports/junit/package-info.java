/**
 * A run as JUnit XML in the dialect that Jenkins reads; its schema is {@code junit.xsd} beside it.
 *
 * <p>A suite is a scenario, a case is a property in a design. What was not answered is an error,
 * and a run that was cut short has a case of its own that says so.
 */
package org.mhpcheck.reports.junit;
