package org.mhpcheck.model.caller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mhpcheck.model.caller.Operation.ADD_MEMORY;
import static org.mhpcheck.model.caller.Operation.OFFLINE_PAGES;
import static org.mhpcheck.model.caller.Operation.ONLINE_PAGES;
import static org.mhpcheck.model.caller.Operation.REMOVE_MEMORY;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.mhpcheck.model.design.Change;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.design.Release;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.kernel.Errno;
import org.mhpcheck.model.kernel.Event;
import org.mhpcheck.model.kernel.Fault;
import org.mhpcheck.model.kernel.FaultPoint;
import org.mhpcheck.model.state.Section;

/** What is done with memory blocks and undone leaves sections as they were. */
class MemoryBlockLawTest {
  private static final int SUBSECTIONS = 3;

  /**
   * Two memory blocks on a machine.
   *
   * @param wasThere whether a block booted with RAM, which has been removed since; never on arm64
   * @param from the first block that is added
   * @param to the last, excluded
   */
  record Blocks(
      Release release,
      Arch arch,
      int block,
      List<Boolean> wasThere,
      Altmap altmap,
      int from,
      int to) {

    SmallSystem emptied() {
      String[] ram =
          IntStream.range(0, 2 * block)
              .mapToObj(i -> (wasThere.get(i / block) ? "1" : "0").repeat(SUBSECTIONS))
              .toArray(String[]::new);
      SmallSystem system = new SmallSystem(release.releaseName(), arch, block, ram);
      for (int i = 0; i < 2; i++) {
        if (wasThere.get(i)) {
          system.make(OFFLINE_PAGES, i * size(), (i + 1) * size());
          system.make(REMOVE_MEMORY, i * size(), (i + 1) * size());
        }
      }
      return system;
    }

    Call add() {
      return new Call(ADD_MEMORY, from * size(), to * size(), altmap);
    }

    int size() {
      return block * SUBSECTIONS;
    }
  }

  /** From v5.6 on: before, sections were not reset (B08), and boot usages freed (B01). */
  @Property(tries = 200)
  void whatWasAddedAndRemovedLeavesNoTrace(
      @ForAll("blocks") Blocks blocks, @ForAll boolean online, @ForAll boolean byBlock) {
    SmallSystem system = blocks.emptied();
    List<Section> before = system.sections();
    Call add = blocks.add();
    system.make(add);
    assertEquals(Errno.OK, system.rc());
    for (int from = add.from(); online && from < add.to(); from += blocks.size()) {
      system.make(ONLINE_PAGES, from, from + blocks.size());
      system.make(OFFLINE_PAGES, from, from + blocks.size());
    }
    int portion = byBlock ? blocks.size() : add.to() - add.from();
    for (int from = add.from(); from < add.to(); from += portion) {
      system.make(new Call(REMOVE_MEMORY, from, from + portion, add.altmap()));
    }
    assertEquals(before, system.sections());
    boolean written =
        system.machine().design().has(Change.INACCESSIBLE_POISONED)
            && add.altmap() == Altmap.INACCESSIBLE;
    assertEquals(
        written ? Set.of(Event.INACCESSIBLE_MEMMAP_WRITTEN) : Set.of(), system.events(), "L10");
  }

  /**
   * Where nothing is known to be wrong: one section, added to an architecture that unmaps it again.
   * Of several sections those before the one that failed stay (L01).
   */
  @Property(tries = 200)
  void anAddOfOneSectionThatFailsLeavesNoTrace(
      @ForAll("sections") Blocks blocks, @ForAll("faults") Fault fault) {
    SmallSystem system = blocks.emptied();
    List<Section> before = system.sections();
    int section = blocks.from();
    PlannedCall done = system.planned(blocks.add(), Optional.of(new FaultIn(section, fault)));
    boolean usageThere = blocks.wasThere().get(section);
    boolean met =
        switch (fault.point()) {
          case USAGE -> !usageThere;
          case LINEAR_MAP -> blocks.arch() == Arch.S390;
          case MEMMAP, MEMORY_BLOCKS -> true;
          case BOOT_USAGES, BOOT_MEMMAP -> throw new AssertionError("no call's: " + fault);
        };
    assertEquals(met, done.faultMet());
    if (met) {
      assertEquals(Errno.ENOMEM, done.rc());
      assertEquals(before, done.after());
      assertEquals(Set.of(), done.events());
    }
  }

  /** However it fails, who may remove what is there is whoever owns it: nobody else. */
  @Property(tries = 200)
  void aFailedAddOwnsNothing(@ForAll("blocks") Blocks blocks, @ForAll("faults") Fault fault) {
    SmallSystem system = blocks.emptied();
    int section = blocks.from() * blocks.block();
    PlannedCall done = system.planned(blocks.add(), Optional.of(new FaultIn(section, fault)));
    if (done.rc() != Errno.OK) {
      for (int i = 0; i < done.after().size(); i++) {
        assertEquals(system.section(i).owners(), done.after().get(i).owners());
      }
    }
  }

  private static Arbitrary<Blocks> blocks(
      Arbitrary<Release> releases, Arbitrary<Arch> arches, Arbitrary<Integer> block, int most) {
    return Combinators.combine(
            releases,
            arches,
            block,
            Arbitraries.of(true, false).list().ofSize(2),
            Arbitraries.of(Altmap.values()),
            Arbitraries.of(List.of(0, 1), List.of(1, 2), List.of(0, 2)))
        .as(
            (release, arch, size, wasThere, altmap, added) -> {
              Altmap told = told(release, altmap);
              boolean several = added.get(1) - added.get(0) > most || tooMany(release, told, added);
              int to = several ? added.get(0) + 1 : added.get(1);
              List<Boolean> removed = arch == Arch.ARM64 ? List.of(false, false) : wasThere;
              return new Blocks(release, arch, size, removed, told, added.get(0), to);
            })
        .withoutEdgeCases();
  }

  /** The altmap, where a design can be told of it. */
  private static Altmap told(Release release, Altmap altmap) {
    Design design = Design.parse(release.releaseName());
    boolean known = design.has(Change.MEMMAP_ON_MEMORY) && altmap.refusedBy(design).isEmpty();
    return known ? altmap : Altmap.NONE;
  }

  private static boolean tooMany(Release release, Altmap altmap, List<Integer> added) {
    return altmap.isGiven()
        && added.get(1) - added.get(0) > 1
        && !release.changes().contains(Change.ALTMAP_PER_BLOCK);
  }

  @Provide
  Arbitrary<Blocks> blocks() {
    return blocks(
        Arbitraries.of(Release.class).filter(r -> r.compareTo(Release.V5_6) >= 0),
        Arbitraries.of(Arch.class),
        Arbitraries.of(1, 2),
        2);
  }

  @Provide
  Arbitrary<Blocks> sections() {
    return blocks(
        Arbitraries.of(Release.V7_2),
        Arbitraries.of(Arch.ARM64, Arch.PPC64, Arch.S390, Arch.RISCV64),
        Arbitraries.of(1),
        1);
  }

  @Provide
  Arbitrary<Fault> faults() {
    return Arbitraries.of(
        new Fault(FaultPoint.USAGE, 0),
        new Fault(FaultPoint.MEMMAP, 0),
        new Fault(FaultPoint.MEMMAP, SUBSECTIONS - 1),
        new Fault(FaultPoint.LINEAR_MAP, 0),
        new Fault(FaultPoint.MEMORY_BLOCKS, 0));
  }
}
