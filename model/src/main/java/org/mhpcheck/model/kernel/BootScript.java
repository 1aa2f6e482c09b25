package org.mhpcheck.model.kernel;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A whole boot as it is to be done: what there is, and what fails.
 *
 * @param memory of each section
 * @param faults in the order of their sections, at most one in each
 */
public record BootScript(List<BootMemory> memory, List<BootFault> faults) {

  public BootScript {
    memory = List.copyOf(memory);
    faults = List.copyOf(faults);
  }

  /** What is not plain about it, in words: {@code nodes 0 1, section 2 made ahead}. */
  public String text() {
    String nodes = memory.stream().map(m -> " " + m.node()).collect(Collectors.joining());
    StringBuilder text = new StringBuilder("nodes").append(nodes);
    for (int i = 0; i < memory.size(); i++) {
      if (memory.get(i).ahead()) {
        text.append(", section ").append(i + 1).append(" made ahead");
      }
    }
    return text.toString();
  }
}
