package org.mhpcheck.model.kernel;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.logic.Circuit;
import org.mhpcheck.model.logic.Path;
import org.mhpcheck.model.logic.Run;
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
  public Section boot(Bits ram) {
    if (ram.isEmpty().isTrue()) {
      return Section.absent(ram.size());
    }
    return Path.all(path -> boot(execution(path), ram)).get(0).result();
  }

  /** Boot of any part of a section, with {@code ram} unknown and not empty. */
  public List<Run<Section>> bootPaths(Circuit circuit, Bits ram) {
    return Path.all(circuit, path -> boot(execution(path), ram));
  }

  private Section boot(Execution execution, Bits ram) {
    MemSection section = new MemSection(execution, Section.absent(ram.size()));
    new Sparse(execution, design).boot(section, ram);
    return section.state();
  }

  @Override
  public List<Outcome> step(Section section, Step step) {
    return Path.all(path -> run(execution(path), section, step)).stream().map(Run::result).toList();
  }

  /** Every path of a step from an unknown section, over an unknown range. */
  public List<Run<Outcome>> paths(Circuit circuit, Section unknown, Step step) {
    return Path.all(circuit, path -> run(execution(path), unknown, step));
  }

  /** Every site that boot, add or remove store to on some path: where a store can be left out. */
  public Set<Site> stores() {
    return sites(Execution::stores);
  }

  /** Every test that add or remove come to on some path: what can be forced. */
  public Set<Site> tests() {
    return sites(Execution::tests);
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
    Path.all(circuit, path -> boot(noted.apply(path), range));
    for (Step.Kind kind : List.of(Step.Kind.ADD, Step.Kind.REMOVE)) {
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
    MemSection section = new MemSection(execution, before);
    Sparse sparse = new Sparse(execution, design);
    Errno rc = Errno.OK;
    step.altmap()
        .refusedBy(design)
        .ifPresent(
            why -> {
              throw new IllegalArgumentException(why);
            });
    switch (step.kind()) {
      case ADD -> rc = sparse.sparse_add_section(section, step.range(), step.altmap());
      case REMOVE -> sparse.sparse_remove_section(section, step.range(), step.altmap());
      case CLAIM, CLAIM_ON, RELEASE ->
          throw new IllegalArgumentException("not the kernel's to do: " + step.kind());
    }
    section.note_leaks();
    return execution.outcome(section, rc);
  }
}
