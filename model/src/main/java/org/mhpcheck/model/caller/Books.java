package org.mhpcheck.model.caller;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mhpcheck.model.design.Change;
import org.mhpcheck.model.kernel.BootMemory;
import org.mhpcheck.model.kernel.Booted;
import org.mhpcheck.model.kernel.Errno;
import org.mhpcheck.model.kernel.Fault;
import org.mhpcheck.model.kernel.FaultPoint;
import org.mhpcheck.model.kernel.Kernel;
import org.mhpcheck.model.kernel.Outcome;
import org.mhpcheck.model.kernel.Step;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.state.Owners;
import org.mhpcheck.model.state.Pages;
import org.mhpcheck.model.state.Section;
import org.mhpcheck.model.state.Zone;

/**
 * What is kept beside a kernel's sections: who owns what, as the resource tree has it, and the
 * linear mapping, as the architecture has it.
 */
public final class Books {
  private Books() {}

  /**
   * The section that boot makes of {@code ram}, with its owner if owners are kept. Before the
   * series hotplug knows whole sections: who has a part of one has it all.
   */
  public static Section boot(Kernel kernel, Machine machine, Bits ram, boolean owners) {
    return keep(kernel.boot(ram, machine.world().node()), machine, ram, owners);
  }

  /**
   * Every outcome of a boot of all sections at once. What boot marks as not present is system RAM
   * all the same, and mapped.
   */
  public static List<Booted> boots(
      Kernel kernel, Machine machine, List<BootMemory> memory, boolean owners) {
    return kernel.boots(memory).stream().map(b -> keep(b, machine, owners)).toList();
  }

  private static Booted keep(Booted booted, Machine machine, boolean owners) {
    List<Section> sections = new ArrayList<>();
    for (int i = 0; i < booted.sections().size(); i++) {
      Bits ram = booted.script().memory().get(i).ram();
      sections.add(keep(booted.sections().get(i), machine, ram, owners));
    }
    return new Booted(booted.script(), sections, booted.notes());
  }

  private static Section keep(Section booted, Machine machine, Bits ram, boolean owners) {
    Section section = machine.keepsZones() ? withPages(booted, ram) : booted;
    boolean parts = machine.design().has(Change.SUBSECTION_HOTPLUG) || ram.isEmpty().isTrue();
    Bits owned = parts ? ram : Bits.full(ram.size());
    return owners ? section.withLinearMap(owned).withOwners(Owners.ram(owned)) : section;
  }

  /** memmap_init(): of RAM the struct pages are initialised, of holes they are not. */
  private static Section withPages(Section section, Bits ram) {
    return section.withPages(Pages.none(ram.size()).initialised(Zone.NORMAL, ram));
  }

  /** Every outcome of a step: the kernel's, or of what is kept beside it. */
  public static List<Outcome> step(Kernel kernel, Section section, Step step) {
    if (step.kind().isKernel()) {
      return kernel.step(section, step);
    }
    List<Outcome> outcomes = new ArrayList<>();
    outcomes.add(outcome(keep(section, step), Errno.OK, Optional.empty()));
    failing(step.kind())
        .ifPresent(
            point -> {
              kernel.fired().ifPresent(f -> f.failed(point));
              outcomes.add(outcome(section, Errno.ENOMEM, Optional.of(new Fault(point, 0))));
            });
    return List.copyOf(outcomes);
  }

  private static Outcome outcome(Section next, Errno rc, Optional<Fault> fault) {
    return new Outcome(next, rc, fault, List.of());
  }

  /** What can fail in such a step. */
  private static Optional<FaultPoint> failing(Step.Kind kind) {
    return switch (kind) {
      case TRY_MAP -> Optional.of(FaultPoint.LINEAR_MAP);
      case CREATE_BLOCKS -> Optional.of(FaultPoint.MEMORY_BLOCKS);
      default -> Optional.empty();
    };
  }

  private static Section keep(Section section, Step step) {
    Bits range = step.range();
    Owners owners = section.owners();
    boolean altmap = step.altmap().isGiven();
    return switch (step.kind()) {
      case MAP, TRY_MAP -> section.withLinearMap(section.linearMap().or(range));
      case UNMAP -> section.withLinearMap(section.linearMap().minus(range));
      case CREATE_BLOCKS -> section;
      case PAGEMAP -> section.withOwners(owners.withPagemap(range));
      case KILL_PAGEMAP -> section.withOwners(owners.withoutPagemap(range));
      case CLAIM -> section.withOwners(owners.withDevice(range, Condition.firstOf(range), altmap));
      case CLAIM_ON ->
          section.withOwners(owners.withDevice(range, Bits.none(range.size()), altmap));
      case CLAIM_PRIVATE ->
          section.withOwners(owners.withPrivateDevice(range, Condition.firstOf(range)));
      case CLAIM_PRIVATE_ON ->
          section.withOwners(owners.withPrivateDevice(range, Bits.none(range.size())));
      case RELEASE -> section.withOwners(owners.withoutDevice(range));
      case CLAIM_RAM -> section.withOwners(owners.withRam(range, altmap));
      case RELEASE_RAM -> section.withOwners(owners.withoutRam(range));
      case ADD, ADD_ABSENT, REMOVE, ONLINE, OFFLINE, TAINT ->
          throw new IllegalArgumentException("the kernel's to do: " + step.kind());
    };
  }
}
