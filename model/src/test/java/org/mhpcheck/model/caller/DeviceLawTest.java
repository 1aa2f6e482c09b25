package org.mhpcheck.model.caller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.mhpcheck.model.kernel.Altmap;

/**
 * Owner bits in sections say all that a list of ranges would: whatever was mapped and unmapped,
 * what may be removed is exactly the ranges that are mapped, with the altmaps they were mapped
 * with, and what may be added is exactly the ranges that meet none of them. Removed so, memmap goes
 * back to where it came from.
 */
class DeviceLawTest {
  private static final int TOTAL = 9;
  private static final List<Altmap> ALTMAPS = List.of(Altmap.NONE, Altmap.ALTMAP);

  @Property(tries = 200)
  void bitsAreAsGoodAsAList(@ForAll("choices") List<Integer> choices) {
    World world = new World("000", "000", "000");
    Set<Call> mapped = new HashSet<>();
    for (int choice : choices) {
      List<Call> enabled = new ArrayList<>();
      for (Call call : Caller.DEVICE.calls(world.geometry(), ALTMAPS)) {
        if (world.mayCall(call)) {
          enabled.add(call);
        }
      }
      Call call = enabled.get(choice % enabled.size());
      world.make(call);
      if (call.operation().adds()) {
        mapped.add(call);
      } else {
        mapped.remove(new Call(Operation.MEMREMAP_PAGES, call.from(), call.to(), call.altmap()));
      }
      for (Altmap altmap : ALTMAPS) {
        assertEquals(texts(mapped, altmap), world.enabled(Operation.MEMUNMAP_PAGES, altmap));
        assertEquals(free(mapped), world.enabled(Operation.MEMREMAP_PAGES, altmap));
      }
      assertFalse(world.isNoted());
    }
  }

  private static Set<String> texts(Set<Call> calls, Altmap altmap) {
    Set<String> texts = new TreeSet<>();
    calls.stream()
        .filter(c -> c.altmap() == altmap)
        .forEach(c -> texts.add(c.from() + "-" + c.to()));
    return texts;
  }

  private static Set<String> free(Set<Call> mapped) {
    Set<String> free = new TreeSet<>();
    for (int from = 0; from < TOTAL; from++) {
      for (int to = from + 1; to <= TOTAL; to++) {
        int start = from;
        int end = to;
        if (mapped.stream().noneMatch(m -> m.from() < end && start < m.to())) {
          free.add(from + "-" + to);
        }
      }
    }
    return free;
  }

  @Provide
  Arbitrary<List<Integer>> choices() {
    return Arbitraries.integers().between(0, 1000).list().ofMaxSize(12).withoutEdgeCases();
  }
}
