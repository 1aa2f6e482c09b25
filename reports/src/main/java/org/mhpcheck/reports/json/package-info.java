/**
 * A run as JSON, as {@code summary.schema.json} beside this package describes it; and a comparison
 * of a model with a compiled kernel, as {@code conform.schema.json} does.
 *
 * <p>Written as a stream, so that long traces cost no memory. Sections are numbered from 1. All
 * that depends on the clock is in fields named {@code started} and {@code seconds}.
 */
package org.mhpcheck.reports.json;
