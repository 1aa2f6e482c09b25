/**
 * The model's values in words, short enough for a line and exact enough to compare: what every
 * writer says alike.
 */
package org.mhpcheck.reports.text;
