/**
 * What the templates of a page show, in the words and pieces they show it in. Each view is made
 * when its part of the page is written, so that a long run is never in memory twice.
 */
package org.mhpcheck.reports.html.view;
