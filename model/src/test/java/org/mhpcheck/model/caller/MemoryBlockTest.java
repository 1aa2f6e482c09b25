package org.mhpcheck.model.caller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mhpcheck.model.caller.Operation.ADD_MEMORY;
import static org.mhpcheck.model.caller.Operation.OFFLINE_PAGES;
import static org.mhpcheck.model.caller.Operation.ONLINE_PAGES;
import static org.mhpcheck.model.caller.Operation.REMOVE_MEMORY;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.kernel.Errno;
import org.mhpcheck.model.kernel.Event;
import org.mhpcheck.model.kernel.FaultPoint;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.state.Geometry;
import org.mhpcheck.model.state.Section;

/** When memory blocks are added, go on- and offline, and are removed; and by which steps. */
class MemoryBlockTest {
  private static final Call ADD_WITH_ALTMAP = new Call(ADD_MEMORY, 0, 4, Altmap.ALTMAP);

  private static SmallSystem absent(String design, Arch arch, int block, int sections) {
    String[] ram = new String[sections];
    Arrays.fill(ram, "00");
    return new SmallSystem(design, arch, block, ram);
  }

  @Nested
  class Preconditions {

    @Test
    void callsAreOfWholeBlocks() {
      assertEquals(
          Set.of("0-4", "0-8", "4-8"), absent("v6.12", Arch.X86_64, 2, 4).enabled(ADD_MEMORY));
      assertEquals(10, absent("v6.12", Arch.X86_64, 1, 4).enabled(ADD_MEMORY).size());
      assertEquals(Set.of("0-8"), absent("v6.12", Arch.X86_64, 4, 4).enabled(ADD_MEMORY));
    }

    @Test
    void nothingIsAddedWhereAnybodyOwnsAnything() {
      SmallSystem boot = new SmallSystem("v6.12", Arch.X86_64, 2, "00", "00", "00", "01");
      assertEquals(Set.of("0-4"), boot.enabled(ADD_MEMORY));
      SmallSystem device = absent("v6.12", Arch.X86_64, 2, 4).map(1, 2);
      assertEquals(Set.of("4-8"), device.enabled(ADD_MEMORY));
      SmallSystem added = absent("v6.12", Arch.X86_64, 2, 4).make(ADD_MEMORY, 0, 4);
      assertEquals(Set.of("4-8"), added.enabled(ADD_MEMORY));
    }

    @Test
    void oneBlockAtATimeGoesOnlineAndOnlyFromOffline() {
      SmallSystem system = absent("v6.12", Arch.X86_64, 2, 4).make(ADD_MEMORY, 0, 8);
      assertEquals(Set.of("0-4", "4-8"), system.enabled(ONLINE_PAGES));
      assertEquals(Set.of(), system.enabled(OFFLINE_PAGES));
      system.make(ONLINE_PAGES, 4, 8);
      assertEquals(Set.of("0-4"), system.enabled(ONLINE_PAGES));
      assertEquals(Set.of("4-8"), system.enabled(OFFLINE_PAGES));
      assertEquals(Set.of("0-4", "4-8"), system.make(OFFLINE_PAGES, 4, 8).enabled(ONLINE_PAGES));
    }

    @Test
    void onlyWhatIsOfflineIsRemoved() {
      SmallSystem system = absent("v6.12", Arch.X86_64, 1, 3).make(ADD_MEMORY, 0, 6);
      assertEquals(
          Set.of("0-2", "0-4", "0-6", "2-4", "2-6", "4-6"),
          system.enabled(REMOVE_MEMORY),
          "in other portions than it was added in");
      system.make(ONLINE_PAGES, 2, 4);
      assertEquals(Set.of("0-2", "4-6"), system.enabled(REMOVE_MEMORY));
    }

    @Test
    void bootMemoryIsOnlineAndGoesOfflineWhereItIsWhole() {
      SmallSystem system = new SmallSystem("v6.12", Arch.X86_64, 1, "11", "10", "00");
      assertEquals(Set.of(), system.enabled(ONLINE_PAGES));
      assertEquals(Set.of("0-2"), system.enabled(OFFLINE_PAGES), "what has holes never does");
      assertEquals(Set.of(), system.enabled(REMOVE_MEMORY));
      assertEquals(Set.of("0-2"), system.make(OFFLINE_PAGES, 0, 2).enabled(REMOVE_MEMORY));
    }

    /** So it is where a device has filled the hole: RAM is what a block is made of. */
    @Test
    void aBlockIsWholeInAllItsSections() {
      SmallSystem holes = new SmallSystem("v6.12", Arch.X86_64, 2, "11", "00");
      assertEquals(Set.of(), holes.enabled(OFFLINE_PAGES));
      assertEquals(Set.of(), holes.map(2, 4).enabled(OFFLINE_PAGES));
      SmallSystem whole = new SmallSystem("v6.12", Arch.X86_64, 2, "11", "11");
      assertEquals(Set.of("0-4"), whole.enabled(OFFLINE_PAGES));
    }

    /** 6b8f0798b85a: before, memmap_on_memory was for one block at a time. */
    @Test
    void severalBlocksHaveAltmapsSinceV68() {
      assertEquals(
          Set.of("0-4", "4-8"),
          absent("v6.7", Arch.X86_64, 2, 4).enabled(ADD_MEMORY, Altmap.ALTMAP));
      assertEquals(
          Set.of("0-4", "0-8", "4-8"),
          absent("v6.8", Arch.X86_64, 2, 4).enabled(ADD_MEMORY, Altmap.ALTMAP));
      assertEquals(
          Set.of("0-4", "0-8", "4-8"), absent("v6.7", Arch.X86_64, 2, 4).enabled(ADD_MEMORY));
    }

    /** a08a2ae34613: before, there was no memmap_on_memory. */
    @Test
    void noBlockHasAnAltmapBeforeV513() {
      assertEquals(Set.of(), absent("v5.12", Arch.X86_64, 1, 2).enabled(ADD_MEMORY, Altmap.ALTMAP));
      assertEquals(
          Set.of("0-2", "2-4"),
          absent("v5.13", Arch.X86_64, 1, 2).enabled(ADD_MEMORY, Altmap.ALTMAP));
    }

    @Test
    void altmapsAreRemovedAllOrNone() {
      SmallSystem system =
          absent("v6.12", Arch.X86_64, 1, 3)
              .make(ADD_MEMORY, 0, 2)
              .make(new Call(ADD_MEMORY, 2, 6, Altmap.ALTMAP));
      assertEquals(Set.of("0-2"), system.enabled(REMOVE_MEMORY));
      assertEquals(Set.of("2-4", "2-6", "4-6"), system.enabled(REMOVE_MEMORY, Altmap.ALTMAP));
      assertEquals(
          Set.of("2-4", "2-6", "4-6"),
          system.enabled(REMOVE_MEMORY, Altmap.INACCESSIBLE),
          "to a removal an altmap is an altmap");
    }

    /** L01: the resource is given back, the bits are not. */
    @Test
    void aFailedAddMayBeTriedAgainInVain() {
      Call add = new Call(ADD_MEMORY, 0, 4);
      SmallSystem system = absent("v7.2", Arch.X86_64, 2, 2).failing(add, FaultPoint.MEMMAP, 1);
      assertEquals(Errno.ENOMEM, system.rc());
      assertEquals(Set.of(), system.enabled(REMOVE_MEMORY));
      assertEquals(Errno.EEXIST, system.make(add).rc());
    }
  }

  @Nested
  class Plans {
    private String plan(String design, int block, Call call) {
      return PlanText.ifAllIsWell(whole(design, Arch.X86_64, block, call));
    }

    private Plan whole(String design, Arch arch, int block, Call call) {
      Machine machine =
          new Machine(Design.parse(design), new World(new Geometry(2, 2), arch, block, 0));
      assertTrue(Caller.MEMORY_BLOCK.isCall(call, machine), call::toString);
      return Caller.MEMORY_BLOCK.plan(call, machine);
    }

    @Test
    void withoutAnAltmapAllIsAddedAtOnce() {
      for (int block : List.of(1, 2)) {
        assertEquals(
            "1 MAP 11, 2 MAP 11, 1 ADD 11, 2 ADD 11, 1 CREATE_BLOCKS 11,"
                + " 1 CLAIM_RAM 11, 2 CLAIM_RAM 11, 0",
            plan("v6.12", block, new Call(ADD_MEMORY, 0, 4)));
      }
    }

    @Test
    void withAltmapsBlockByBlock() {
      assertEquals(
          "1 MAP 11, 1 ADD 11 altmap, 1 CREATE_BLOCKS 11, 1 CLAIM_RAM 11 altmap,"
              + " 2 MAP 11, 2 ADD 11 altmap, 2 CREATE_BLOCKS 11, 2 CLAIM_RAM 11 altmap, 0",
          plan("v6.12", 1, ADD_WITH_ALTMAP));
      assertEquals(
          "1 MAP 11, 2 MAP 11, 1 ADD 11 altmap, 2 ADD 11 altmap, 1 CREATE_BLOCKS 11,"
              + " 1 CLAIM_RAM 11 altmap, 2 CLAIM_RAM 11 altmap, 0",
          plan("v6.12", 2, ADD_WITH_ALTMAP));
      assertEquals(
          "2 MAP 11, 2 ADD 11 inaccessible, 2 CREATE_BLOCKS 11, 2 CLAIM_RAM 11 inaccessible, 0",
          plan("v6.12", 1, new Call(ADD_MEMORY, 2, 4, Altmap.INACCESSIBLE)));
    }

    @Test
    void sectionsOfABlockGoOnAndOfflineTogether() {
      assertEquals("1 ONLINE 11, 2 ONLINE 11, 0", plan("v6.12", 2, new Call(ONLINE_PAGES, 0, 4)));
      assertEquals("2 OFFLINE 11, 0", plan("v6.12", 1, new Call(OFFLINE_PAGES, 2, 4)));
    }

    @Test
    void aRemovalIsToldOfEachBlocksAltmap() {
      assertEquals(
          "1 REMOVE 11, 2 REMOVE 11, 1 UNMAP 11, 2 UNMAP 11, 1 RELEASE_RAM 11, 2 RELEASE_RAM 11, 0",
          plan("v6.12", 1, new Call(REMOVE_MEMORY, 0, 4)));
      assertEquals(
          "1 REMOVE 11 altmap, 1 UNMAP 11, 1 RELEASE_RAM 11,"
              + " 2 REMOVE 11 altmap, 2 UNMAP 11, 2 RELEASE_RAM 11, 0",
          plan("v6.12", 1, new Call(REMOVE_MEMORY, 0, 4, Altmap.ALTMAP)));
    }

    /** Without an altmap nothing that arch_add_memory() has left is taken back. */
    @Test
    void aFailedAddEndsTheCall() {
      Plan add = whole("v6.12", Arch.X86_64, 1, new Call(ADD_MEMORY, 0, 4));
      for (Errno rc : List.of(Errno.ENOMEM, Errno.EEXIST, Errno.EINVAL)) {
        assertEquals(rc.text(), PlanText.after(add, 3, rc));
        assertEquals(rc.text(), PlanText.after(add, 4, rc));
      }
      Plan onArm = whole("v6.12", Arch.ARM64, 1, new Call(ADD_MEMORY, 0, 4));
      assertEquals("1 UNMAP 11, 2 UNMAP 11, -ENOMEM", PlanText.after(onArm, 4, Errno.ENOMEM));
    }

    @Test
    void withoutDevicesTheMemoryIsRemovedAgain() {
      assertEquals(
          "1 REMOVE 11, 2 REMOVE 11, 1 UNMAP 11, 2 UNMAP 11, -ENOMEM",
          PlanText.after(
              whole("v6.12", Arch.X86_64, 2, new Call(ADD_MEMORY, 0, 4)), 5, Errno.ENOMEM));
    }

    /** B22 in add_memory_resource(), and again in what came after it: B23. */
    @ParameterizedTest
    @CsvSource({
      "v5.13,false",
      "v6.6,false",
      "v6.6+b22-altmap-lost-on-error,true",
      "v6.7,true",
      "v6.1-debian,true",
      "v6.8,false",
      "v6.12,false",
      "v6.12+b23-altmap-lost-in-blocks,true",
      "v6.12-debian,true",
      "v7.1,false",
      "v7.2,true"
    })
    void whichAltmapItIsRemovedWith(String design, boolean passed) {
      Plan add = whole(design, Arch.X86_64, 2, ADD_WITH_ALTMAP);
      String altmap = passed ? " altmap" : "";
      assertEquals(
          "1 REMOVE 11%s, 2 REMOVE 11%s, 1 UNMAP 11, 2 UNMAP 11, -ENOMEM".formatted(altmap, altmap),
          PlanText.after(add, 5, Errno.ENOMEM));
    }

    /** The blocks before go with their altmaps, which is no matter of B23. */
    @ParameterizedTest
    @CsvSource({"v6.8,''", "v7.2,' altmap'"})
    void anErrorTakesTheBlocksBeforeBack(String design, String altmap) {
      Plan add = whole(design, Arch.X86_64, 1, ADD_WITH_ALTMAP);
      String before = "1 REMOVE 11 altmap, 1 UNMAP 11, 1 RELEASE_RAM 11, -ENOMEM";
      assertEquals(
          "2 REMOVE 11%s, 2 UNMAP 11, %s".formatted(altmap, before),
          PlanText.after(add, 7, Errno.ENOMEM),
          "no devices for the second");
      assertEquals(before, PlanText.after(add, 6, Errno.ENOMEM), "no memmap for the second");
    }

    @Test
    void anErrorOfTheFirstBlockHasNothingToTakeBack() {
      Plan add = whole("v7.2", Arch.X86_64, 1, ADD_WITH_ALTMAP);
      assertEquals("-EEXIST", PlanText.after(add, 2, Errno.EEXIST));
    }
  }

  @Nested
  class Effects {
    @ParameterizedTest
    @CsvSource({"v6.6,true", "v6.7,false", "v6.8,true", "v7.1,true", "v7.2,false"})
    void memmapIsFreedAsAllocatedOrNot(String design, boolean mismatched) {
      SmallSystem system =
          absent(design, Arch.X86_64, 2, 2).failing(ADD_WITH_ALTMAP, FaultPoint.MEMORY_BLOCKS, 0);
      assertEquals(Errno.ENOMEM, system.rc());
      assertEquals(mismatched ? Set.of(Event.ALTMAP_MISMATCHED) : Set.of(), system.events());
      assertEquals(absent(design, Arch.X86_64, 2, 2).sections(), system.sections());
    }

    /** Only the block without devices is told of no altmap. */
    @ParameterizedTest
    @CsvSource({"v7.1,true", "v7.2,false"})
    void soItIsInALaterBlock(String design, boolean mismatched) {
      SmallSystem system =
          absent(design, Arch.X86_64, 1, 2).failing(ADD_WITH_ALTMAP, FaultPoint.MEMORY_BLOCKS, 1);
      assertEquals(mismatched ? Set.of(Event.ALTMAP_MISMATCHED) : Set.of(), system.events());
      assertEquals(absent(design, Arch.X86_64, 1, 2).sections(), system.sections());
    }

    /** L02: memmap in memory that is mapped no more. */
    @Test
    void whatArchAddMemoryLeavesInABlockStays() {
      SmallSystem system =
          absent("v7.2", Arch.S390, 2, 2).failing(ADD_WITH_ALTMAP, FaultPoint.MEMMAP, 1);
      Section left = system.section(0);
      assertEquals("11", left.subsectionMap().toString());
      assertEquals("11", left.memmap().altmap().toString());
      assertEquals("00", left.linearMap().toString());
      assertEquals("00", left.owners().any().toString());
      assertEquals(Section.absent(2), system.section(1));
    }

    /** With a block each, the first one's is not lost. */
    @Test
    void blocksBeforeAreGone() {
      SmallSystem system =
          absent("v7.2", Arch.S390, 1, 2).failing(ADD_WITH_ALTMAP, FaultPoint.MEMMAP, 1);
      assertEquals(absent("v7.2", Arch.S390, 1, 2).sections(), system.sections());
      assertFalse(system.isNoted());
    }

    @Test
    void bootMemoryGoesAndComesBack() {
      SmallSystem system =
          new SmallSystem("v6.12", Arch.X86_64, 1, "11")
              .make(OFFLINE_PAGES, 0, 2)
              .make(REMOVE_MEMORY, 0, 2);
      assertEquals(
          "section_mem_map 0, usage boot (reserved) (flags set), map 00, memmap 00",
          system.section(0).toString());
      assertEquals(system.section(0).withoutBooks(), system.section(0));
      system.make(ADD_MEMORY, 0, 2).make(ONLINE_PAGES, 0, 2);
      assertEquals(
          "section_mem_map PMO- base own, usage boot (reserved) (flags set), map 11, memmap 11",
          system.section(0).toString());
      assertEquals("11", system.section(0).memmap().buddy().toString());
      assertEquals("11", system.section(0).linearMap().toString());
      assertFalse(system.isNoted());
    }

    @Test
    void whatIsAddedBelongsToRamAndIsMapped() {
      Section added =
          absent("v6.12", Arch.X86_64, 1, 1)
              .make(new Call(ADD_MEMORY, 0, 2, Altmap.ALTMAP))
              .section(0);
      assertEquals(
          "section_mem_map PM-- base own, usage slab, map 11, memmap 11 (altmap 11)",
          added.toString());
      assertEquals(Bits.full(2), added.owners().ram());
      assertEquals(Bits.full(2), added.owners().altmap());
      assertEquals(Bits.none(2), added.owners().device());
      assertEquals(Bits.full(2), added.linearMap());
    }
  }
}
