/**
 * A run as JSON, as {@code summary.schema.json} beside this package describes it.
 *
 * <p>Written as a stream, so that long traces cost no memory. Sections are numbered from 1. All
 * that depends on the clock is in fields named {@code started} and {@code seconds}.
 */
package org.mhpcheck.reports.json;
