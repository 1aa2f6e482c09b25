/**
 * A run as SARIF 2.1.0 (OASIS): a rule is a property, a result is a finding, and a counterexample
 * is a code flow. Fingerprints let two runs be told apart by what is new in them.
 */
package org.mhpcheck.reports.sarif;
