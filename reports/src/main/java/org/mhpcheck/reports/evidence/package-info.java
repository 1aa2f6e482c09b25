/**
 * What makes the files of a run evidence: which files there are with their hashes, what they were
 * made of and by, and, kept apart from all others, how long it took.
 */
package org.mhpcheck.reports.evidence;
