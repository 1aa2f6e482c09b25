/**
 * A run as KTAP, the kernel's test protocol (Documentation/dev-tools/ktap.rst), as kselftest and
 * kunit.py read it. A scenario is a test, and what was found in it are its subtests.
 */
package org.mhpcheck.reports.ktap;
