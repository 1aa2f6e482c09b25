/**
 * What must hold, and where it is asked: properties, scenarios, architectures, and reading them.
 *
 * <p>Content is what this module is for; it knows no engine and no report. Touches {@code model}.
 */
package org.mhpcheck.specs;
