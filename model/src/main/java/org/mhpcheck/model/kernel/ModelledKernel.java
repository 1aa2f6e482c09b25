package org.mhpcheck.model.kernel;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mhpcheck.model.design.Change;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.logic.Circuit;
import org.mhpcheck.model.logic.Path;
import org.mhpcheck.model.logic.Run;
import org.mhpcheck.model.state.Memory;
import org.mhpcheck.model.state.Section;
import org.mhpcheck.model.state.UnknownSection;

/** The kernel written down in {@link Sparse}, of one design, run on known or unknown sections. */
public final class ModelledKernel implements Kernel {
  private final Design design;
  private final Optional<Mutant> mutant;

  public ModelledKernel(Design design) {
    this(design, Optional.empty());
  }

  /** A kernel with a fault planted in it. */
  public ModelledKernel(Design design, Optional<Mutant> mutant) {
    this.design = design;
    this.mutant = mutant;
  }

  @Override
  public String name() {
    return design.name();
  }

  public Design design() {
    return design;
  }

  @Override
  public Section boot(Bits ram, int node) {
    if (ram.isEmpty().isTrue()) {
      return Section.absent(ram.size());
    }
    return Path.all(path -> boot(execution(path), ram, node)).get(0).result();
  }

  /** Boot of any part of a section on node 0, with {@code ram} unknown and not empty. */
  public List<Run<Section>> bootPaths(Circuit circuit, Bits ram) {
    return Path.all(circuit, path -> boot(execution(path), ram, 0));
  }

  private Section boot(Execution execution, Bits ram, int node) {
    MemSection section = new MemSection(execution, Section.absent(ram.size()));
    new Sparse(execution, design).boot(section, ram, node);
    return section.state();
  }

  @Override
  public List<Outcome> step(Section section, Step step) {
    return Path.all(path -> run(execution(path), section, step)).stream().map(Run::result).toList();
  }

  @Override
  public SpanOutcome step(Memory memory, SpanStep step) {
    return ZoneSpans.take(design, memory, step);
  }

  /** Every path of a step from an unknown section, over an unknown range. */
  public List<Run<Outcome>> paths(Circuit circuit, Section unknown, Step step) {
    return Path.all(circuit, path -> run(execution(path), unknown, step));
  }

  /** Every site that boot or a step stores to on some path: where a store can be left out. */
  public Set<Site> stores() {
    return sites(Execution::stores);
  }

  /** Every test that a step comes to on some path: what can be forced. */
  public Set<Site> tests() {
    return sites(Execution::tests);
  }

  /** Every fault that can be planted: each store left out, each test forced and negated. */
  public List<Mutant> mutants() {
    List<Mutant> mutants = new ArrayList<>();
    stores().forEach(store -> mutants.add(new Mutant(store)));
    for (Site test : tests()) {
      for (Mutant.Way way : List.of(Mutant.Way.TRUE, Mutant.Way.FALSE, Mutant.Way.NEGATED)) {
        mutants.add(new Mutant(test, way));
      }
    }
    return mutants;
  }

  /** The steps that this kernel can be asked to take. */
  private List<Step.Kind> kinds() {
    return Stream.of(Step.Kind.values()).filter(k -> k.isKernel() && isKnown(k)).toList();
  }

  private boolean isKnown(Step.Kind kind) {
    return switch (kind) {
      case ADD_ABSENT -> !design.has(Change.SUBSECTION_HOTPLUG);
      case TAINT -> design.has(Change.ONLINE_PAGE_ASKS_FOR_DEVICES);
      default -> true;
    };
  }

  private Set<Site> sites(Function<Execution, Set<Site>> sitesOf) {
    Circuit circuit = new Circuit();
    int subsections = 2;
    Section unknown = UnknownSection.of(circuit, subsections);
    Bits range = Bits.unknown(circuit, "range", subsections);
    List<Execution> executions = new ArrayList<>();
    Function<Path, Execution> noted =
        path -> {
          executions.add(new Execution(path, mutant, true));
          return executions.get(executions.size() - 1);
        };
    Path.all(circuit, path -> boot(noted.apply(path), range, 0));
    for (Step.Kind kind : kinds()) {
      Path.all(circuit, path -> run(noted.apply(path), unknown, new Step(kind, range)));
    }
    Set<Site> sites = new LinkedHashSet<>();
    executions.forEach(e -> sites.addAll(sitesOf.apply(e)));
    return sites;
  }

  private Execution execution(Path path) {
    return new Execution(path, mutant, false);
  }

  private Outcome run(Execution execution, Section before, Step step) {
    refusal(step)
        .ifPresent(
            why -> {
              throw new IllegalArgumentException(why);
            });
    MemSection section = new MemSection(execution, before);
    Errno rc = take(execution, section, step);
    section.note_leaks();
    if (design.has(Change.MEMMAP_COUNTED)) {
      section.note_miscounts();
    }
    return execution.outcome(section, rc);
  }

  /** Why this kernel cannot be asked to take {@code step}; empty if it can. */
  private Optional<String> refusal(Step step) {
    if (!step.kind().isKernel()) {
      return Optional.of("not the kernel's to do: " + step.kind());
    }
    return isKnown(step.kind())
        ? step.altmap().refusedBy(design)
        : Optional.of("%s has no %s()".formatted(design.name(), step.kind().text()));
  }

  private Errno take(Execution execution, MemSection section, Step step) {
    Sparse sparse = new Sparse(execution, design);
    SparseOneSection whole = new SparseOneSection(execution, design, sparse);
    boolean parts = design.has(Change.SUBSECTION_HOTPLUG);
    Bits range = step.range();
    Altmap altmap = step.altmap();
    switch (step.kind()) {
      case ADD -> {
        return parts
            ? sparse.sparse_add_section(section, range, altmap)
            : whole.sparse_add_one_section(section, range, altmap);
      }
      case ADD_ABSENT -> {
        return whole.__add_section(section, range, altmap);
      }
      case REMOVE -> {
        if (parts) {
          sparse.sparse_remove_section(section, range, altmap);
        } else {
          whole.sparse_remove_one_section(section, range, altmap);
        }
      }
      case ONLINE -> sparse.online_mem_sections(section);
      case OFFLINE -> sparse.offline_mem_sections(section);
      case TAINT -> sparse.section_taint_zone_device(section);
      default -> throw new IllegalArgumentException("not the kernel's to do: " + step.kind());
    }
    return Errno.OK;
  }
}
