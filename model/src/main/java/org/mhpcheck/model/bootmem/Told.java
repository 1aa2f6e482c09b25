package org.mhpcheck.model.bootmem;

/**
 * What boot prints of a usage and a pgdat in different sections.
 *
 * @param usageSection the section that the usage lies in
 * @param pgdatSection the section that the pgdat of {@code node} lies in
 * @param circular whether it is told as a circular dependency; else that the node must be removed
 *     before the usage's section
 */
public record Told(int usageSection, int pgdatSection, int node, boolean circular) {

  public String text() {
    return circular
        ? "sections %d and %d (node %d) have a circular dependency"
            .formatted(usageSection, pgdatSection, node)
        : "node %d must be removed before section %d".formatted(node, usageSection);
  }
}
