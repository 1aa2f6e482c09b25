package org.mhpcheck.model.caller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.kernel.Errno;
import org.mhpcheck.model.kernel.ModelledKernel;
import org.mhpcheck.model.kernel.Step;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.state.Geometry;
import org.mhpcheck.model.state.Owners;
import org.mhpcheck.model.state.Section;

class CallerTest {

  private static Machine machine(int sections, int subsections) {
    return Machine.of(Design.parse("v6.12"), new Geometry(sections, subsections));
  }

  /** Adds before removals, then by their start, long ranges first. */
  @Test
  void theCallsOfAnAdversary() {
    assertEquals(
        List.of(
            "arch_add_memory 0-3",
            "arch_add_memory 0-2",
            "arch_add_memory 0-1",
            "arch_add_memory 1-3",
            "arch_add_memory 1-2",
            "arch_add_memory 2-3",
            "arch_remove_memory 0-3",
            "arch_remove_memory 0-2",
            "arch_remove_memory 0-1",
            "arch_remove_memory 1-3",
            "arch_remove_memory 1-2",
            "arch_remove_memory 2-3"),
        Caller.DIRECT.calls(machine(1, 3)).stream().map(CallerTest::text).toList());
  }

  private static String text(Call call) {
    String altmap = call.altmap() == Altmap.NONE ? "" : " " + call.altmap().text();
    return call.operation().text() + " " + call.from() + "-" + call.to() + altmap;
  }

  /** Its removes need not mirror its adds. */
  @Test
  void anAdversaryTellsWhateverIsAsked() {
    Machine two = machine(1, 2);
    List<String> kinds = new ArrayList<>();
    for (Call call : Caller.DIRECT.calls(two, List.of(Altmap.values()))) {
      if (call.from() == 0 && call.to() == 2) {
        kinds.add(text(call));
      }
    }
    assertEquals(
        List.of(
            "arch_add_memory 0-2",
            "arch_add_memory 0-2 altmap",
            "arch_add_memory 0-2 inaccessible",
            "arch_remove_memory 0-2",
            "arch_remove_memory 0-2 altmap"),
        kinds);
    assertEquals(15, Caller.DIRECT.calls(two, List.of(Altmap.values())).size());
    assertEquals(
        List.of("arch_add_memory 1-2 inaccessible", "arch_remove_memory 1-2 altmap"),
        Caller.DIRECT.calls(two, List.of(Altmap.INACCESSIBLE)).stream()
            .filter(call -> call.from() == 1)
            .map(CallerTest::text)
            .toList());
  }

  @Test
  void aDevicesMemoryIsAccessible() {
    Machine machine = machine(2, 2);
    List<Call> calls = Caller.DEVICE.calls(machine, List.of(Altmap.values()));
    assertEquals(
        Set.of(Altmap.NONE, Altmap.ALTMAP),
        calls.stream().map(Call::altmap).collect(Collectors.toSet()));
    assertEquals(2 * Caller.DEVICE.calls(machine).size(), calls.size());
  }

  @ParameterizedTest
  @EnumSource
  void withoutAltmapsAskedNoCallHasOne(Caller caller) {
    Machine machine = machine(2, 3);
    assertEquals(caller.calls(machine), caller.calls(machine, List.of(Altmap.NONE)));
    assertTrue(caller.calls(machine).stream().allMatch(c -> c.altmap() == Altmap.NONE));
  }

  /** Of those that are not held to memory blocks or to one section. */
  @ParameterizedTest
  @EnumSource(names = {"DIRECT", "DEVICE", "PRIVATE_DEVICE"})
  void everyRangeIsCalledOnceForEachOperation(Caller caller) {
    Machine machine = machine(3, 4);
    List<Call> calls = caller.calls(machine);
    assertEquals(2 * 12 * 13 / 2, calls.size());
    assertEquals(calls.size(), new HashSet<>(calls).size());
    for (Call call : calls) {
      assertEquals(caller, Caller.of(call.operation()));
      assertTrue(0 <= call.from() && call.from() < call.to() && call.to() <= 12);
    }
  }

  /** sparse_add_section() and sparse_remove_section() know one section. */
  @Test
  void callsOfASectionItselfAreOfItsParts() {
    assertEquals(
        List.of(
            "sparse_add_section 0-2",
            "sparse_add_section 0-1",
            "sparse_add_section 0-0",
            "sparse_add_section 1-2",
            "sparse_add_section 2-4",
            "sparse_add_section 2-3",
            "sparse_add_section 2-2",
            "sparse_add_section 3-4"),
        Caller.SPARSE.calls(machine(2, 2)).stream()
            .filter(c -> c.operation().adds())
            .map(CallerTest::text)
            .toList());
    for (Call call : Caller.SPARSE.calls(machine(3, 4), List.of(Altmap.values()))) {
      assertEquals(List.of(), Caller.SPARSE.conditions(call, machine(3, 4)));
    }
    assertFalse(Caller.SPARSE.owns());
  }

  @Test
  void whatItReturnsTheyReturn() {
    Call none = new Call(Operation.SPARSE_ADD_SECTION, 4, 4, Altmap.ALTMAP);
    Plan add = Caller.SPARSE.plan(none, machine(2, 4));
    assertEquals("2 ADD 0000 altmap, 0", PlanText.ifAllIsWell(add));
    for (Errno rc : Errno.values()) {
      assertEquals(rc.text(), PlanText.after(add, 1, rc));
    }
    Call part = new Call(Operation.SPARSE_REMOVE_SECTION, 5, 7);
    assertEquals("2 REMOVE 0110, 0", PlanText.ifAllIsWell(Caller.SPARSE.plan(part, machine(2, 4))));
  }

  /** No part of a section before parts could be added. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MEMORY_BLOCK")
  void beforeTheSeriesSectionsAreWhole(Caller caller) {
    for (String design : List.of("v5.2", "v5.2+1..8")) {
      List<Call> calls = caller.calls(machine(3, 4).with(Design.parse(design)));
      int ranges = caller == Caller.SPARSE ? 3 : 6;
      assertEquals(2 * ranges, calls.size());
      for (Call call : calls) {
        assertTrue(call.from() % 4 == 0 && call.to() % 4 == 0 && call.from() < call.to());
      }
    }
    Machine ninth = machine(3, 4).with(Design.parse("v5.2+1..9"));
    assertEquals(caller.calls(machine(3, 4)), caller.calls(ninth));
  }

  @Test
  void privateMemoryHasNoAltmap() {
    Machine machine = machine(2, 2);
    assertEquals(
        Caller.PRIVATE_DEVICE.calls(machine),
        Caller.PRIVATE_DEVICE.calls(machine, List.of(Altmap.values())));
    assertEquals(
        Caller.PRIVATE_DEVICE.calls(machine),
        Caller.PRIVATE_DEVICE.calls(machine, List.of(Altmap.ALTMAP)));
  }

  @ParameterizedTest
  @CsvSource({
    "ADD_MEMORY,INACCESSIBLE,INACCESSIBLE",
    "ADD_MEMORY,ALTMAP,ALTMAP",
    "REMOVE_MEMORY,INACCESSIBLE,ALTMAP",
    "REMOVE_MEMORY,NONE,NONE",
    "ONLINE_PAGES,ALTMAP,NONE",
    "OFFLINE_PAGES,INACCESSIBLE,NONE"
  })
  void whatMemoryBlocksAreToldOfAltmaps(Operation operation, Altmap asked, Altmap told) {
    assertEquals(List.of(told), Caller.MEMORY_BLOCK.altmaps(operation, List.of(asked)));
  }

  @ParameterizedTest
  @CsvSource({
    "ARCH_ADD_MEMORY,DIRECT,arch_add_memory,true",
    "ARCH_REMOVE_MEMORY,DIRECT,arch_remove_memory,false",
    "MEMREMAP_PAGES,DEVICE,memremap_pages,true",
    "MEMUNMAP_PAGES,DEVICE,memunmap_pages,false",
    "MEMREMAP_PRIVATE_PAGES,PRIVATE_DEVICE,memremap_pages/private,true",
    "MEMUNMAP_PRIVATE_PAGES,PRIVATE_DEVICE,memunmap_pages/private,false",
    "ADD_MEMORY,MEMORY_BLOCK,add_memory,true",
    "ONLINE_PAGES,MEMORY_BLOCK,online_pages,false",
    "OFFLINE_PAGES,MEMORY_BLOCK,offline_pages,false",
    "REMOVE_MEMORY,MEMORY_BLOCK,remove_memory,false",
    "SPARSE_ADD_SECTION,SPARSE,sparse_add_section,true",
    "SPARSE_REMOVE_SECTION,SPARSE,sparse_remove_section,false"
  })
  void whoseCallsTheyAre(Operation operation, Caller caller, String text, boolean adds) {
    assertEquals(caller, Caller.of(operation));
    assertEquals(text, operation.text());
    assertEquals(adds, operation.adds());
  }

  @Test
  void anAdversaryAsksNothing() {
    assertFalse(Caller.DIRECT.owns());
    Machine machine = machine(2, 2);
    for (Call call : Caller.DIRECT.calls(machine)) {
      assertEquals(List.of(), Caller.DIRECT.conditions(call, machine));
    }
    assertEquals("direct", Caller.DIRECT.callerName());
    assertEquals("device", Caller.DEVICE.callerName());
    assertTrue(Caller.DEVICE.owns());
  }

  /** Of boot memory, that is: what was added goes offline on each of them. */
  @ParameterizedTest
  @EnumSource
  void memoryFromBootGoesOfflineButOnArm64(Arch arch) {
    Design design = Design.parse("v6.12");
    Machine machine = new Machine(design, new World(new Geometry(1, 2), arch, 1, 0));
    Call offline = new Call(Operation.OFFLINE_PAGES, 0, 2, Altmap.NONE);
    Bits all = Bits.full(2);
    ModelledKernel kernel = new ModelledKernel(design);
    Section boot = Books.boot(kernel, machine, all, true);
    Section added = Section.absent(2).withOwners(Owners.ram(all));
    for (Step.Kind kind : List.of(Step.Kind.ADD, Step.Kind.ONLINE)) {
      added = kernel.step(added, new Step(kind, all)).get(0).next();
    }
    assertEquals(arch != Arch.ARM64, mayBeMade(offline, machine, boot));
    assertTrue(mayBeMade(offline, machine, added));
  }

  private static boolean mayBeMade(Call call, Machine machine, Section section) {
    return Caller.MEMORY_BLOCK.conditions(call, machine).stream().allMatch(c -> c.holds(section));
  }
}
