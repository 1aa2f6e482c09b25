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
import org.mhpcheck.model.design.Option;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.logic.Circuit;
import org.mhpcheck.model.logic.Path;
import org.mhpcheck.model.logic.Run;
import org.mhpcheck.model.state.Memmap;
import org.mhpcheck.model.state.MemmapBase;
import org.mhpcheck.model.state.Memory;
import org.mhpcheck.model.state.Section;
import org.mhpcheck.model.state.SectionMemMap;
import org.mhpcheck.model.state.UnknownSection;
import org.mhpcheck.model.state.Usage;

/** The kernel written down in {@link Sparse}, of one design, run on known or unknown sections. */
public final class ModelledKernel implements Kernel {
  private final Design design;
  private final Optional<Mutant> mutant;
  private final Platform platform;
  private final Optional<Fired> fired;

  public ModelledKernel(Design design) {
    this(design, Optional.empty());
  }

  /** A kernel with a fault planted in it. */
  public ModelledKernel(Design design, Optional<Mutant> mutant) {
    this(design, mutant, Platform.USUAL);
  }

  /** The same on an architecture that does otherwise than most. */
  public ModelledKernel(Design design, Optional<Mutant> mutant, Platform platform) {
    this(design, mutant, platform, Optional.empty());
  }

  private ModelledKernel(
      Design design, Optional<Mutant> mutant, Platform platform, Optional<Fired> fired) {
    this.design = design;
    this.mutant = mutant;
    this.platform = platform;
    this.fired = fired;
  }

  /** The same kernel with a fault planted in it. */
  public ModelledKernel with(Mutant fault) {
    return new ModelledKernel(design, Optional.of(fault), platform, fired);
  }

  /** The same kernel, which tells what fires of it when it is asked about known sections. */
  public ModelledKernel telling(Fired told) {
    return new ModelledKernel(design, mutant, platform, Optional.of(told));
  }

  @Override
  public Optional<Fired> fired() {
    return fired;
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
    return Path.all(path -> boot(this::execution, path, ram, node)).get(0).result();
  }

  @Override
  public List<Booted> boots(List<BootMemory> memory) {
    memory.stream()
        .filter(BootMemory::ahead)
        .findFirst()
        .flatMap(m -> BootLayout.AHEAD.refusedBy(design))
        .ifPresent(
            why -> {
              throw new IllegalArgumentException(why);
            });
    return Path.all(path -> boot(path, memory)).stream().map(Run::result).toList();
  }

  /** Boot of any part of a section on node 0, with {@code ram} unknown and not empty. */
  public List<Run<Section>> bootPaths(Circuit circuit, Bits ram) {
    return Path.all(circuit, path -> boot(this::execution, path, ram, 0));
  }

  /** A boot of one section in which nothing fails. */
  private Section boot(Function<Path, Execution> executions, Path path, Bits ram, int node) {
    Execution execution = executions.apply(path);
    MemSection section = new MemSection(execution, Section.absent(ram.size()));
    BootMemory memory = new BootMemory(ram, node, /* ahead= */ false);
    new SparseInit(design, /* faults= */ false, List.of(present(execution, section, memory)))
        .boot();
    Section booted = atRest(section).state();
    tellOf(execution);
    return booted;
  }

  private SparseInit.Present present(Execution execution, MemSection section, BootMemory memory) {
    return new SparseInit.Present(
        execution, section, memory, new Sparse(execution, design, memmap(execution)));
  }

  private SectionMemmap memmap(Execution execution) {
    return SectionMemmap.of(execution, design, platform);
  }

  /**
   * Whether the model has words for it. Without VMEMMAP memmap is one allocation that
   * section_mem_map points at, and no section is a device's; where nobody reads a map, what stands
   * for it speaks of sections that are valid, with a usage and a memmap, or neither valid nor
   * online.
   */
  public boolean isState(Section section) {
    if (design.has(Option.VMEMMAP)) {
      return true;
    }
    Memmap memmap = section.memmap();
    boolean isWhole =
        Stream.of(memmap.boot(), memmap.buddy(), memmap.altmap())
            .allMatch(b -> b.isEmpty().isTrue() || b.isFull().isTrue());
    return isWhole
        && memmap.altmap().isEmpty().isTrue()
        && section.sectionMemMap().taint().isFalse()
        && restOf(section).sameAs(section).isTrue()
        && (Sparse.hasMap(design) || isStoodFor(section));
  }

  private static boolean isStoodFor(Section section) {
    SectionMemMap word = section.sectionMemMap();
    boolean isThere =
        section.usage().isNot(Usage.NULL).isTrue() && word.base().is(MemmapBase.OWN).isTrue();
    return word.hasMemMap().isTrue() ? isThere : word.online().isFalse();
  }

  private Section restOf(Section section) {
    return Path.all(path -> atRest(new MemSection(execution(path), section)).state())
        .get(0)
        .result();
  }

  /** What is so of a section between steps, and is no store of the kernel's. */
  private MemSection atRest(MemSection section) {
    section.do_late_store();
    if (!design.has(Option.VMEMMAP)) {
      section.note_lost_memmap();
    }
    if (!Sparse.hasMap(design)) {
      section.let_map_follow_validity();
    }
    return section;
  }

  /** A boot of all sections in which anything may fail. */
  private Booted boot(Path path, List<BootMemory> memory) {
    List<Execution> executions = new ArrayList<>();
    List<MemSection> sections = new ArrayList<>();
    List<SparseInit.Present> present = new ArrayList<>();
    for (BootMemory of : memory) {
      Execution execution = execution(path);
      MemSection section = new MemSection(execution, Section.absent(of.ram().size()));
      executions.add(execution);
      sections.add(section);
      if (of.isPresent()) {
        present.add(present(execution, section, of));
      }
    }
    new SparseInit(design, /* faults= */ true, present).boot();
    List<BootFault> faults = new ArrayList<>();
    List<BootNote> notes = new ArrayList<>();
    for (int i = 0; i < memory.size(); i++) {
      int section = i;
      executions.get(i).fault().ifPresent(f -> faults.add(new BootFault(section, f.point())));
      executions.get(i).notes().forEach(n -> notes.add(new BootNote(section, n)));
    }
    executions.forEach(this::tellOf);
    return new Booted(
        new BootScript(memory, faults),
        sections.stream().map(s -> atRest(s).state()).toList(),
        notes);
  }

  @Override
  public List<Outcome> step(Section section, Step step) {
    return Path.all(path -> run(execution(path), section, step)).stream().map(Run::result).toList();
  }

  @Override
  public SpanOutcome step(Memory memory, SpanStep step) {
    fired.ifPresent(f -> f.add(new Firing.ZoneStep(step.kind())));
    return ZoneSpans.take(design, memory, step);
  }

  /** Every path of a step from an unknown section, over an unknown range. */
  public List<Run<Outcome>> paths(Circuit circuit, Section unknown, Step step) {
    return Path.all(circuit, path -> run(execution(path), unknown, step));
  }

  /** What there is in its code, where something may happen or go wrong. */
  public KernelCode code() {
    return new KernelCode(this);
  }

  /** The steps that this kernel can be asked to take. */
  public List<Step.Kind> kinds() {
    return Stream.of(Step.Kind.values()).filter(k -> k.isKernel() && isKnown(k)).toList();
  }

  private boolean isKnown(Step.Kind kind) {
    return switch (kind) {
      case ADD_ABSENT -> !design.has(Change.SUBSECTION_HOTPLUG);
      // ZONE_DEVICE depends on SPARSEMEM_VMEMMAP and on MEMORY_HOTREMOVE (mm/Kconfig).
      case TAINT ->
          design.has(Change.ONLINE_PAGE_ASKS_FOR_DEVICES)
              && design.options().containsAll(Set.of(Option.VMEMMAP, Option.MEMORY_HOTREMOVE));
      default -> true;
    };
  }

  /** What boot of a section in which nothing fails, and every step, take on some path. */
  Set<Firing> taken(List<Altmap> altmaps) {
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
    Path.all(circuit, path -> boot(noted, path, range, 0));
    for (Step.Kind kind : kinds()) {
      for (Altmap altmap : altmaps) {
        Path.all(circuit, path -> run(noted.apply(path), unknown, new Step(kind, range, altmap)));
      }
    }
    Set<Firing> taken = new LinkedHashSet<>();
    executions.forEach(e -> taken.addAll(e.taken()));
    return taken;
  }

  private Execution execution(Path path) {
    return new Execution(path, mutant, fired.isPresent());
  }

  /**
   * Every outcome of a step, each with what others can see on the way: the section after each store
   * to it, in their order.
   */
  List<Trail> trails(Section section, Step step) {
    return Path.all(
            path -> {
              List<Instant> trail = new ArrayList<>();
              Execution execution =
                  new Execution(path, mutant, fired.isPresent(), Optional.of(trail));
              return new Trail(run(execution, section, step), List.copyOf(trail));
            })
        .stream()
        .map(Run::result)
        .toList();
  }

  /** An outcome, and what others can see before it. */
  record Trail(Outcome outcome, List<Instant> instants) {

    /** The section as others see it, each time that it has become another or a usage was freed. */
    List<Instant> changes(Section before) {
      List<Instant> changes = new ArrayList<>();
      Section last = before;
      for (Instant instant : instants) {
        if (instant.freesUsage() || !instant.section().equals(last)) {
          changes.add(new Instant("", instant.section(), instant.freesUsage()));
        }
        last = instant.section();
      }
      return changes;
    }
  }

  /**
   * Whether nobody can tell this kernel from {@code other} by a step: neither by what comes of it,
   * nor by looking at the section meanwhile.
   */
  public boolean stepsLike(ModelledKernel other, Section section, Step step) {
    return seen(section, step).equals(other.seen(section, step));
  }

  private List<Trail> seen(Section section, Step step) {
    return trails(section, step).stream()
        .map(t -> new Trail(t.outcome(), t.changes(section)))
        .toList();
  }

  /** The same of the boot of one section, where allocations may fail as well. */
  public boolean bootsLike(ModelledKernel other, Bits ram, int node) {
    List<BootMemory> memory = List.of(new BootMemory(ram, node, /* ahead= */ false));
    return boot(ram, node).equals(other.boot(ram, node))
        && boots(memory).equals(other.boots(memory));
  }

  private Outcome run(Execution execution, Section before, Step step) {
    refusal(step)
        .ifPresent(
            why -> {
              throw new IllegalArgumentException(why);
            });
    MemSection section = new MemSection(execution, before);
    Errno rc = take(execution, section, step);
    atRest(section).note_leaks();
    if (design.has(Change.MEMMAP_COUNTED)) {
      section.note_miscounts();
    }
    tellOf(execution);
    return execution.outcome(section, rc);
  }

  private void tellOf(Execution execution) {
    if (execution.isKnown()) {
      fired.ifPresent(f -> f.ran(execution));
    }
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
    SectionMemmap memmap = memmap(execution);
    Sparse sparse = new Sparse(execution, design, memmap);
    SparseOneSection whole = new SparseOneSection(execution, design, sparse, memmap);
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
