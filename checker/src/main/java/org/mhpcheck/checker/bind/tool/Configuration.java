package org.mhpcheck.checker.bind.tool;

import java.util.List;

/** What a kernel is configured with, of what decides which of its functions there are. */
public enum Configuration {
  /** SPARSEMEM_VMEMMAP, and with it devices. */
  VMEMMAP(List.of()),
  /** Neither: classic SPARSEMEM. */
  CLASSIC(List.of("MHP_NO_VMEMMAP=1"));

  private final List<String> definitions;

  Configuration(List<String> definitions) {
    this.definitions = definitions;
  }

  /** The macros that say so, each such as {@code NAME=1}. */
  public List<String> definitions() {
    return definitions;
  }
}
