package org.mhpcheck.specs.property;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mhpcheck.model.caller.Arch;
import org.mhpcheck.model.caller.Books;
import org.mhpcheck.model.caller.Call;
import org.mhpcheck.model.caller.Caller;
import org.mhpcheck.model.caller.Machine;
import org.mhpcheck.model.caller.PlannedCall;
import org.mhpcheck.model.caller.World;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.claim.SpanStepTaken;
import org.mhpcheck.model.design.Change;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.kernel.ModelledKernel;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.state.Geometry;
import org.mhpcheck.model.state.Memory;

/**
 * The properties of zones and spans: which design breaks which, within a few calls of devices and
 * memory blocks on two sections of two subsections, from every boot of whole sections; written down
 * as plainly as can be.
 */
class ZonePropertiesTest {
  private static final List<Caller> CALLERS = List.of(Caller.MEMORY_BLOCK, Caller.DEVICE);

  private static List<Property> asked() {
    return ZoneProperties.all();
  }

  /** What was broken, by the fewest calls from boot, and whose premise was met. */
  private record Found(Map<String, Integer> broken, Set<String> met) {
    String text() {
      return broken.entrySet().stream()
          .map(e -> e.getKey() + " " + e.getValue())
          .collect(Collectors.joining(", "));
    }
  }

  private static Found within(int depth, String designName, int firstSection) {
    Design design = Design.parse(designName);
    World world =
        new World(new Geometry(2, 2), Arch.X86_64, 1, 0)
            .with(Optional.of(new World.Zones(firstSection)));
    Machine machine = new Machine(design, world);
    ModelledKernel kernel = new ModelledKernel(design);
    Found found = new Found(new TreeMap<>(), new TreeSet<>());
    Set<Memory> seen = new LinkedHashSet<>();
    List<Memory> level = new ArrayList<>();
    for (Bits one : List.of(Bits.none(2), Bits.full(2))) {
      for (Bits other : List.of(Bits.none(2), Bits.full(2))) {
        Memory boot =
            machine
                .memory(
                    Stream.of(one, other).map(r -> Books.boot(kernel, machine, r, true)).toList())
                .orElseThrow();
        level.add(boot);
      }
    }
    for (int calls = 0; calls <= depth; calls++) {
      List<Memory> next = new ArrayList<>();
      for (Memory memory : level) {
        if (seen.add(memory)) {
          judge(memory, calls, found);
          for (Caller caller : CALLERS) {
            for (Call call : caller.calls(machine, altmaps(caller, design))) {
              if (calls < depth && isEnabled(caller, call, machine, memory)) {
                take(kernel, machine, memory, call, calls + 1, found).ifPresent(next::add);
              }
            }
          }
        }
      }
      level = next;
    }
    return found;
  }

  private static List<Altmap> altmaps(Caller caller, Design design) {
    boolean both = caller == Caller.DEVICE || design.has(Change.MEMMAP_ON_MEMORY);
    return both ? List.of(Altmap.NONE, Altmap.ALTMAP) : List.of(Altmap.NONE);
  }

  private static boolean isEnabled(Caller caller, Call call, Machine machine, Memory memory) {
    return caller.conditions(call, machine).stream()
        .allMatch(c -> c.holds(memory.sections().get(c.section())));
  }

  /** Empty where memory is corrupt, or the kernel hangs. */
  private static Optional<Memory> take(
      ModelledKernel kernel, Machine machine, Memory memory, Call call, int calls, Found found) {
    PlannedCall done =
        PlannedCall.of(
            kernel,
            Caller.of(call.operation()).plan(call, machine),
            memory.sections(),
            Optional.of(memory),
            Optional.empty());
    for (PlannedCall.SpanStepDone step : done.onSpans()) {
      SpanStepTaken taken = new SpanStepTaken(step.before(), step.step(), step.outcome());
      for (Property property : asked()) {
        if (property instanceof Property.OfSpanStep p) {
          note(p, !p.holds().test(taken), p.premise().test(taken), calls, found);
        }
      }
    }
    boolean ends =
        done.corruption().isPresent()
            || done.onSpans().stream().anyMatch(s -> s.outcome().isCorrupt());
    return ends
        ? Optional.empty()
        : Optional.of(new Memory(done.after(), done.spans().orElseThrow(), memory.firstSection()));
  }

  private static void judge(Memory memory, int calls, Found found) {
    for (Property property : asked()) {
      if (property instanceof Property.OfSystem p) {
        note(p, !p.holds().test(memory), p.premise().test(memory), calls, found);
      }
    }
  }

  private static void note(Property property, boolean broken, boolean met, int calls, Found found) {
    if (broken) {
      found.broken().putIfAbsent(property.name(), calls);
    }
    if (met) {
      found.met().add(property.name());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "v5.2 | emptied-zone-spans-nothing 3, node-offline-without-memory 2,"
            + " node-span-covers-its-zones 3, node-span-ends-with-its-zones 3,"
            + " pages-leave-their-own-zone 3, span-search-reads-initialised-pages 2,"
            + " zone-asked-of-initialised-page 2, zone-span-covers-its-pages 3",
        "v5.3 | emptied-zone-spans-nothing 3, node-offline-without-memory 2,"
            + " node-span-covers-its-zones 3, node-span-ends-with-its-zones 3,"
            + " pages-leave-their-own-zone 3, span-search-reads-initialised-pages 2,"
            + " zone-asked-of-initialised-page 2, zone-span-covers-its-pages 3",
        "v5.4-656d57119326 | emptied-zone-spans-nothing 3, node-span-ends-with-its-zones 2,"
            + " pages-leave-their-own-zone 3, zone-asked-of-initialised-page 2",
        "v5.4 | emptied-zone-spans-nothing 3, pages-leave-their-own-zone 3,"
            + " zone-asked-of-initialised-page 2",
        "v5.5 | ''",
        "v5.6 | ''",
        "v5.13 | ''",
        "v6.12-debian | ''",
        "v7.2 | ''",
      })
  void brokenWithinThreeCalls(String design, String broken) {
    Found found = within(3, design, 1);
    assertEquals(broken, found.text());
    assertEquals(asked().stream().map(Property::name).sorted().toList(), List.copyOf(found.met()));
  }

  /** L16: from pfn 0 on, where a zone shrinks by what is online and may begin with what is not. */
  @ParameterizedTest
  @CsvSource({"v5.3, 0", "v5.4, 3", "v5.5, 0", "v5.12, 0", "v5.13, 3", "v7.2, 3"})
  void theSearchEnds(String design, int calls) {
    assertEquals(
        calls, within(3, design, 0).broken().getOrDefault(ZoneProperties.SEARCH_ENDS.name(), 0));
  }
}
