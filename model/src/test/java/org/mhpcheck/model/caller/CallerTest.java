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
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.state.Geometry;

class CallerTest {

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
        Caller.DIRECT.calls(new Geometry(1, 3)).stream().map(CallerTest::text).toList());
  }

  private static String text(Call call) {
    String altmap = call.altmap() == Altmap.NONE ? "" : " " + call.altmap().text();
    return call.operation().text() + " " + call.from() + "-" + call.to() + altmap;
  }

  /** Its removes need not mirror its adds. */
  @Test
  void anAdversaryTellsWhateverIsAsked() {
    Geometry two = new Geometry(1, 2);
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
    Geometry geometry = new Geometry(2, 2);
    List<Call> calls = Caller.DEVICE.calls(geometry, List.of(Altmap.values()));
    assertEquals(
        Set.of(Altmap.NONE, Altmap.ALTMAP),
        calls.stream().map(Call::altmap).collect(Collectors.toSet()));
    assertEquals(2 * Caller.DEVICE.calls(geometry).size(), calls.size());
  }

  @ParameterizedTest
  @EnumSource
  void withoutAltmapsAskedNoCallHasOne(Caller caller) {
    Geometry geometry = new Geometry(2, 3);
    assertEquals(caller.calls(geometry), caller.calls(geometry, List.of(Altmap.NONE)));
    assertTrue(caller.calls(geometry).stream().allMatch(c -> c.altmap() == Altmap.NONE));
  }

  @ParameterizedTest
  @EnumSource
  void everyRangeIsCalledOnceForEachOperation(Caller caller) {
    Geometry geometry = new Geometry(3, 4);
    List<Call> calls = caller.calls(geometry);
    assertEquals(2 * 12 * 13 / 2, calls.size());
    assertEquals(calls.size(), new HashSet<>(calls).size());
    for (Call call : calls) {
      assertEquals(caller, Caller.of(call.operation()));
      assertTrue(0 <= call.from() && call.from() < call.to() && call.to() <= 12);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ARCH_ADD_MEMORY,DIRECT,arch_add_memory,true",
    "ARCH_REMOVE_MEMORY,DIRECT,arch_remove_memory,false",
    "MEMREMAP_PAGES,DEVICE,memremap_pages,true",
    "MEMUNMAP_PAGES,DEVICE,memunmap_pages,false"
  })
  void whoseCallsTheyAre(Operation operation, Caller caller, String text, boolean adds) {
    assertEquals(caller, Caller.of(operation));
    assertEquals(text, operation.text());
    assertEquals(adds, operation.adds());
  }

  @Test
  void anAdversaryAsksNothing() {
    assertFalse(Caller.DIRECT.owns());
    Geometry geometry = new Geometry(2, 2);
    for (Call call : Caller.DIRECT.calls(geometry)) {
      assertEquals(List.of(), Caller.DIRECT.conditions(call, geometry));
    }
    assertEquals("direct", Caller.DIRECT.callerName());
    assertEquals("device", Caller.DEVICE.callerName());
    assertTrue(Caller.DEVICE.owns());
  }
}
