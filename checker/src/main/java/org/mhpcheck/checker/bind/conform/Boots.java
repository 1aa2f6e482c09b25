package org.mhpcheck.checker.bind.conform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mhpcheck.checker.bind.harness.CompiledKernel;
import org.mhpcheck.checker.bind.harness.Request;
import org.mhpcheck.model.kernel.BootFault;
import org.mhpcheck.model.kernel.BootLayout;
import org.mhpcheck.model.kernel.BootMemory;
import org.mhpcheck.model.kernel.BootScript;
import org.mhpcheck.model.kernel.Booted;
import org.mhpcheck.model.kernel.ModelledKernel;
import org.mhpcheck.model.state.Section;

/**
 * Boots of all sections at once, in which anything may fail: the tree's sparse_init() and what
 * comes after it, against the model's.
 *
 * <p>Compared are which allocations are come by, events, and all sections. Where boot ends in a
 * corruption, that is compared, and of the sections what sparse_init() left of them.
 */
final class Boots {
  private static final int NODES = 2;

  private final ModelledKernel model;
  private final CompiledKernel compiled;
  private final List<Disagreement> disagreements = new ArrayList<>();
  private long pairs;
  private long memories;

  Boots(ModelledKernel model, CompiledKernel compiled) {
    this.model = model;
    this.compiled = compiled;
  }

  /** Every boot of so many sections, each absent, full or in part, on either of two nodes. */
  List<Disagreement> disagreements(int sections, int most) {
    boot(new ArrayList<>(), sections, most);
    return List.copyOf(disagreements);
  }

  /** How many boots were compared. */
  long pairs() {
    return pairs;
  }

  /** How many kinds of memory were booted. */
  long memories() {
    return memories;
  }

  private void boot(List<BootMemory> memory, int sections, int most) {
    if (disagreements.size() >= most) {
      return;
    }
    if (memory.size() == sections) {
      compare(List.copyOf(memory));
      return;
    }
    for (BootLayout layout : BootLayout.DEFAULTS) {
      for (int node = 0; node < (layout.equals(BootLayout.ABSENT) ? 1 : NODES); node++) {
        memory.add(new BootMemory(layout.ram(compiled.subsections()), node, false));
        boot(memory, sections, most);
        memory.remove(memory.size() - 1);
      }
    }
  }

  private void compare(List<BootMemory> memory) {
    memories++;
    Map<List<BootFault>, Booted> answers = new HashMap<>();
    compiled.boots(memory).forEach(b -> answers.put(b.script().faults(), b));
    for (Booted modelled : model.boots(memory)) {
      pairs++;
      Optional<Booted> answer = Optional.ofNullable(answers.remove(modelled.script().faults()));
      String ofModel = text(modelled, modelled.sections());
      String ofTree = answer.map(a -> text(a, sections(a))).orElse("no such allocations");
      if (!ofModel.equals(ofTree)) {
        differ(modelled.script(), ofModel, ofTree);
      }
    }
    answers.values().forEach(a -> differ(a.script(), "no such allocations", text(a, sections(a))));
  }

  /** A crash leaves sections half booted: then those that it met are looked at. */
  private List<Section> sections(Booted answer) {
    return answer.isCorrupt() ? compiled.afterSparseInit(answer.script()) : answer.sections();
  }

  private static String text(Booted booted, List<Section> sections) {
    if (booted.isCorrupt()) {
      return booted.corruption().orElseThrow()
          + sections.stream().map(Boots::leftBySparseInit).collect(Collectors.joining());
    }
    return booted.notes().stream().map(n -> n.note().event() + " ").collect(Collectors.joining())
        + sections.stream().map(Section::toString).collect(Collectors.joining("; "));
  }

  private static String leftBySparseInit(Section section) {
    return "; section_mem_map %s, usage %s, memmap %s"
        .formatted(section.sectionMemMap(), section.usage(), section.memmap().boot().text());
  }

  private void differ(BootScript script, String modelled, String answer) {
    String ram =
        script.memory().stream().map(m -> m.ram().toString()).collect(Collectors.joining(" "));
    String faults =
        script.faults().stream().map(f -> ", " + f.text()).collect(Collectors.joining());
    disagreements.add(
        new Disagreement(
            "boot, RAM %s, %s%s".formatted(ram, script.text(), faults),
            modelled,
            answer,
            List.of(),
            Request.bootAll(script, false).line()));
  }
}
