package org.mhpcheck.model.caller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.mhpcheck.model.design.Change;
import org.mhpcheck.model.design.Release;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.state.Section;

/**
 * Owner bits in sections say all that a list of ranges would: whatever was mapped and unmapped,
 * private memory or not, what may be removed is exactly the ranges that are mapped, as they were
 * mapped, and what may be added is exactly the ranges that meet none of them. Removed so, memmap
 * goes back to where it came from.
 */
class DeviceLawTest {
  private static final int TOTAL = 9;
  private static final List<Caller> CALLERS = List.of(Caller.DEVICE, Caller.PRIVATE_DEVICE);
  private static final List<Altmap> ALTMAPS = List.of(Altmap.NONE, Altmap.ALTMAP);

  @Property(tries = 200)
  void bitsAreAsGoodAsAList(@ForAll("choices") List<Integer> choices) {
    SmallSystem system = new SmallSystem("000", "000", "000");
    Set<Call> mapped = new HashSet<>();
    for (int choice : choices) {
      mapOrUnmap(system, mapped, choice);
      for (Altmap altmap : ALTMAPS) {
        assertEquals(
            texts(mapped, Operation.MEMREMAP_PAGES, altmap),
            system.enabled(Operation.MEMUNMAP_PAGES, altmap));
        assertEquals(free(mapped), system.enabled(Operation.MEMREMAP_PAGES, altmap));
      }
      assertEquals(
          texts(mapped, Operation.MEMREMAP_PRIVATE_PAGES, Altmap.NONE),
          system.enabled(Operation.MEMUNMAP_PRIVATE_PAGES));
      assertEquals(free(mapped), system.enabled(Operation.MEMREMAP_PRIVATE_PAGES));
      assertFalse(system.isNoted());
    }
  }

  /** From v5.6 on, of any boot; up to v5.8 early memmap may have gone with a part (B11). */
  @Property(tries = 200)
  void whenAllIsUnmappedOnlyTaintIsLeft(
      @ForAll("releases") Release release,
      @ForAll("boots") List<String> ram,
      @ForAll("choices") List<Integer> choices) {
    SmallSystem system =
        new SmallSystem(release.releaseName(), Arch.X86_64, 1, ram.toArray(new String[0]));
    List<Section> booted = system.sections();
    Set<Call> mapped = new LinkedHashSet<>();
    choices.forEach(choice -> mapOrUnmap(system, mapped, choice));
    for (Call call : mapped) {
      system.make(unmapping(call));
    }
    boolean memmapStays = system.machine().design().has(Change.EARLY_MEMMAP_NEVER_PARTIAL);
    for (int i = 0; i < booted.size(); i++) {
      assertEquals(
          text(booted.get(i), memmapStays),
          text(DeviceTest.withoutTaint(system.section(i)), memmapStays));
      assertEquals(booted.get(i).owners(), system.section(i).owners());
      assertEquals(booted.get(i).linearMap(), system.section(i).linearMap());
    }
    assertTrue(!memmapStays || !system.isNoted());
  }

  private static String text(Section section, boolean memmap) {
    return memmap ? section.toString() : section.toString().replaceAll("memmap [01]*", "");
  }

  /** One of the calls that may be made, or none if none may. */
  private static void mapOrUnmap(SmallSystem system, Set<Call> mapped, int choice) {
    List<Call> enabled = new ArrayList<>();
    for (Caller caller : CALLERS) {
      caller.calls(system.machine(), ALTMAPS).stream()
          .filter(system::mayCall)
          .forEach(enabled::add);
    }
    if (enabled.isEmpty()) {
      return;
    }
    Call call = enabled.get(choice % enabled.size());
    system.make(call);
    if (call.operation().adds()) {
      mapped.add(call);
    } else {
      assertTrue(mapped.removeIf(m -> unmapping(m).equals(call)), call::toString);
    }
  }

  private static Call unmapping(Call mapping) {
    Operation unmap =
        mapping.operation() == Operation.MEMREMAP_PAGES
            ? Operation.MEMUNMAP_PAGES
            : Operation.MEMUNMAP_PRIVATE_PAGES;
    return new Call(unmap, mapping.from(), mapping.to(), mapping.altmap());
  }

  private static Set<String> texts(Set<Call> calls, Operation operation, Altmap altmap) {
    Set<String> texts = new TreeSet<>();
    calls.stream()
        .filter(c -> c.operation() == operation && c.altmap() == altmap)
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

  @Provide
  Arbitrary<Release> releases() {
    return Arbitraries.of(Release.class).filter(r -> r.compareTo(Release.V5_6) >= 0);
  }

  @Provide
  Arbitrary<List<String>> boots() {
    return Arbitraries.of("000", "111", "100", "010", "011").list().ofSize(3);
  }
}
