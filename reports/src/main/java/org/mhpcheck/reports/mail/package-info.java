/**
 * A counterexample as plain text that can be pasted into a reply on a mailing list: ASCII, and 72
 * columns at most.
 */
package org.mhpcheck.reports.mail;
