/**
 * A run as one HTML page that needs nothing else: no network, no other file.
 *
 * <p>{@code view} has what the templates show, taken out of a run piece by piece while the page is
 * written; the templates (src/main/jte) say how it looks. Everything that comes from elsewhere is
 * escaped by the template engine, which only this package knows.
 */
package org.mhpcheck.reports.html;
