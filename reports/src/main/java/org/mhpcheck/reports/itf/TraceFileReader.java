package org.mhpcheck.reports.itf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.mhpcheck.model.answer.CallsAtHand;
import org.mhpcheck.model.answer.Script;
import org.mhpcheck.model.caller.Arch;
import org.mhpcheck.model.caller.Call;
import org.mhpcheck.model.caller.Caller;
import org.mhpcheck.model.caller.FaultIn;
import org.mhpcheck.model.caller.Machine;
import org.mhpcheck.model.caller.Operation;
import org.mhpcheck.model.caller.World;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.design.NoSuchDesignException;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.kernel.BootFault;
import org.mhpcheck.model.kernel.BootLayout;
import org.mhpcheck.model.kernel.BootMemory;
import org.mhpcheck.model.kernel.BootScript;
import org.mhpcheck.model.kernel.Fault;
import org.mhpcheck.model.kernel.FaultPoint;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.state.Geometry;
import org.mhpcheck.model.state.Span;
import org.mhpcheck.model.state.Spans;
import org.mhpcheck.reports.text.Words;

/** Reads a parsed trace file, and holds all of it against what it has to be. */
final class TraceFileReader {
  private final Place file;

  TraceFileReader(Place file) {
    this.file = file;
  }

  TraceFile read() {
    Place meta = file.get(Keys.META);
    requireText(meta.get(Keys.FORMAT), Keys.ITF);
    requireText(meta.get(Keys.TOOL), Keys.MHPCHECK);
    Design design = design(meta.get(Keys.DESIGN));
    Geometry geometry =
        new Geometry(
            meta.get(Keys.SECTIONS).integer(1, Geometry.MAX_SECTIONS),
            meta.get(Keys.SUBSECTIONS).integer(Geometry.MIN_SUBSECTIONS, Geometry.MAX_SUBSECTIONS));
    Machine machine = new Machine(design, world(meta, geometry));
    Script script =
        new Script(
            machine,
            meta.get(Keys.PROPERTY).text(),
            boot(meta.get(Keys.BOOT), geometry),
            calls(file.get(Keys.STATES), machine),
            meta.find(Keys.CALLERS).map(callers -> atHand(meta, callers, design)),
            meta.find(Keys.NODES).map(nodes -> booting(meta, nodes, geometry, design)));
    return new TraceFile(
        script,
        meta.find(Keys.KERNEL).map(k -> tree(meta, k)),
        states(file.get(Keys.STATES), machine));
  }

  private static World world(Place meta, Geometry geometry) {
    Place block = meta.get(Keys.BLOCK);
    int sections = block.integer(1, geometry.sections());
    if (geometry.sections() % sections != 0) {
      throw block.notExpected("a divisor of " + geometry.sections());
    }
    return new World(
        geometry,
        meta.get(Keys.ARCH).named(Arch.values(), Arch::text),
        sections,
        meta.get(Keys.NODE).integer(0, World.MAX_NODE),
        meta.find(Keys.WALKERS).map(Place::truth).orElse(false),
        meta.find(Keys.FIRST_SECTION)
            .map(first -> new World.Zones(first.integer(0, World.Zones.MAX_FIRST))));
  }

  private static void requireText(Place place, String expected) {
    if (!place.text().equals(expected)) {
      throw place.notExpected('"' + expected + '"');
    }
  }

  private static Design design(Place place) {
    try {
      return Design.parse(place.text());
    } catch (NoSuchDesignException e) {
      throw place.wrong(e.getMessage());
    }
  }

  private static List<Bits> boot(Place place, Geometry geometry) {
    List<Place> bitmaps = place.list();
    if (bitmaps.size() != geometry.sections()) {
      throw place.notExpected(
          "a bitmap for each of " + Words.count(geometry.sections(), "section"));
    }
    return bitmaps.stream().map(b -> b.bitmap(geometry.subsections())).toList();
  }

  /** Written where all sections are booted at once. */
  private static BootScript booting(Place meta, Place nodes, Geometry geometry, Design design) {
    List<Bits> ram = boot(meta.get(Keys.BOOT), geometry);
    List<Place> ahead = meta.get(Keys.AHEAD).list();
    if (nodes.list().size() != ram.size()) {
      throw nodes.notExpected("a node for each of " + Words.count(ram.size(), "section"));
    }
    if (ahead.size() != ram.size()) {
      throw meta.get(Keys.AHEAD)
          .notExpected("true or false for each of " + Words.count(ram.size(), "section"));
    }
    List<BootMemory> memory = new ArrayList<>();
    for (int i = 0; i < ram.size(); i++) {
      Place isAhead = ahead.get(i);
      if (isAhead.truth()) {
        BootLayout.AHEAD
            .refusedBy(design)
            .ifPresent(
                why -> {
                  throw isAhead.wrong(why);
                });
      }
      memory.add(
          new BootMemory(
              ram.get(i), nodes.list().get(i).integer(0, World.MAX_NODE), isAhead.truth()));
    }
    List<BootFault> faults =
        meta.get(Keys.BOOT_FAULTS).list().stream().map(f -> bootFault(f, geometry)).toList();
    return new BootScript(memory, faults);
  }

  private static BootFault bootFault(Place fault, Geometry geometry) {
    FaultPoint point = fault.get(Keys.POINT).named(FaultPoint.values(), Words::of);
    if (!point.isAtBoot()) {
      throw fault.get(Keys.POINT).notExpected("an allocation at boot");
    }
    return new BootFault(fault.get(Keys.SECTION).integer(1, geometry.sections()) - 1, point);
  }

  /** Written where the property asks what could have followed. */
  private static CallsAtHand atHand(Place meta, Place callers, Design design) {
    Place altmaps = meta.get(Keys.ALTMAPS);
    return new CallsAtHand(
        named(callers, c -> c.named(Caller.values(), Caller::callerName)),
        named(altmaps, a -> altmap(a, design)),
        meta.get(Keys.FAULTS).truth());
  }

  private static <T> List<T> named(Place place, Function<Place, T> reader) {
    List<T> named = place.list().stream().map(reader).distinct().toList();
    if (named.isEmpty()) {
      throw place.notExpected("at least one");
    }
    return named;
  }

  /** Boot is the first state; each other comes of a call. */
  private static List<Script.ScriptedCall> calls(Place place, Machine machine) {
    List<Place> states = place.list();
    if (states.isEmpty()) {
      throw place.notExpected("at least the state after boot");
    }
    List<Script.ScriptedCall> calls = new ArrayList<>();
    for (int i = 0; i < states.size(); i++) {
      Place meta = states.get(i).get(Keys.META);
      meta.get(Keys.INDEX).integer(i, i);
      if (i > 0) {
        calls.add(new Script.ScriptedCall(call(meta, machine), fault(meta, machine.geometry())));
      }
    }
    return List.copyOf(calls);
  }

  private static Call call(Place meta, Machine machine) {
    Geometry geometry = machine.geometry();
    Place args = meta.get(Keys.ARGS);
    int from = args.get(Keys.FROM).integer(0, geometry.total() - 1);
    Operation operation = meta.get(Keys.ACTION).named(Operation.values(), Operation::text);
    boolean mayBeNone = Caller.of(operation) == Caller.SPARSE;
    int to = args.get(Keys.TO).integer(mayBeNone ? from : from + 1, geometry.total());
    Altmap altmap =
        args.find(Keys.ALTMAP).map(a -> altmap(a, operation, machine.design())).orElse(Altmap.NONE);
    Call call = new Call(operation, from, to, altmap);
    if (!Caller.of(operation).isCall(call, machine)) {
      throw args.get(Keys.TO)
          .notExpected(
              "the end of a range that %s is called with in %s, from %d on"
                  .formatted(operation.text(), machine.design().name(), from));
    }
    return call;
  }

  private static Altmap altmap(Place place, Operation operation, Design design) {
    Altmap altmap = altmap(place, design);
    if (!Caller.of(operation).altmaps(operation, List.of(Altmap.values())).contains(altmap)) {
      throw place.wrong(operation.text() + " is never told of it");
    }
    return altmap;
  }

  private static Altmap altmap(Place place, Design design) {
    Altmap altmap = place.named(Altmap.values(), Altmap::text);
    altmap
        .refusedBy(design)
        .ifPresent(
            why -> {
              throw place.wrong(why);
            });
    return altmap;
  }

  private static Optional<FaultIn> fault(Place meta, Geometry geometry) {
    return meta.find(Keys.FAULT)
        .map(
            fault -> {
              int section = fault.get(Keys.SECTION).integer(1, geometry.sections());
              FaultPoint point = fault.get(Keys.POINT).named(FaultPoint.values(), Words::of);
              int most = point == FaultPoint.MEMMAP ? geometry.subsections() - 1 : 0;
              int occurrence = fault.get(Keys.OCCURRENCE).integer(0, most);
              return new FaultIn(section - 1, new Fault(point, occurrence));
            });
  }

  private static TraceFile.Tree tree(Place meta, Place kernel) {
    return new TraceFile.Tree(Words.visible(kernel.text()), meta.get(Keys.SOURCES).text());
  }

  private static List<TraceFile.State> states(Place place, Machine machine) {
    return place.list().stream().map(s -> state(s, machine)).toList();
  }

  private static TraceFile.State state(Place place, Machine machine) {
    Geometry geometry = machine.geometry();
    List<Place> sections = place.get(Keys.SECTIONS).list();
    if (sections.size() != geometry.sections()) {
      throw place.get(Keys.SECTIONS).notExpected(Words.count(geometry.sections(), "section"));
    }
    return new TraceFile.State(
        place.get(Keys.RC).get(Keys.BIGINT).number(),
        sections.stream().map(s -> new SectionReader(s, geometry.subsections()).read()).toList(),
        machine.world().zones().map(zones -> spans(place.get(Keys.SPANS))));
  }

  private static Spans spans(Place place) {
    return new Spans(span(place.get("normal")), span(place.get("device")), span(place.get("node")));
  }

  private static Span span(Place place) {
    return new Span(
        place.get("start").get(Keys.BIGINT).number(),
        place.get("spanned").get(Keys.BIGINT).number());
  }
}
