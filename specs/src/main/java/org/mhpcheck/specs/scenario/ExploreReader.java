package org.mhpcheck.specs.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mhpcheck.model.caller.Caller;
import org.mhpcheck.model.caller.World;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.kernel.BootLayout;
import org.mhpcheck.model.question.Limits;
import org.mhpcheck.model.question.Question;
import org.mhpcheck.model.state.Geometry;
import org.mhpcheck.specs.toml.Located;
import org.mhpcheck.specs.toml.Problems;
import org.mhpcheck.specs.toml.Table;
import org.mhpcheck.specs.toml.Wording;

/** Reads what explore is asked: a small world, who acts in it, and where to give up. */
final class ExploreReader {
  private final Table table;
  private final List<Design> designs;
  private final Problems problems;

  /**
   * @param designs those asked, as far as they could be read
   */
  ExploreReader(Table table, List<Design> designs, Problems problems) {
    this.table = table;
    this.designs = designs;
    this.problems = problems;
  }

  /** The question; nothing if there is anything wrong with it. */
  Optional<Question.Explore> read() {
    int before = problems.count();
    Optional<Question.Explore> read =
        read(
            before,
            size("sections", 1, 1, Geometry.MAX_SECTIONS),
            new WorldReader(table, problems).zones());
    boolean whole = table.flag("boot-faults").map(Located::value).orElse(false);
    Optional<List<Located<Long>>> nodes = table.integers("nodes", 0, World.MAX_NODE);
    if (nodes.isPresent() && !whole) {
      problems.add(
          table.positionOf("nodes"),
          "nodes of each section",
          "boot-faults = true beside it, or node = N for all of them");
    }
    if (!whole || read.isEmpty() || problems.count() > before) {
      return problems.count() > before ? Optional.empty() : read.map(this::requireNoneAhead);
    }
    return boots(nodes, read.get().world())
        .filter(b -> problems.count() == before)
        .map(read.get()::withBoots);
  }

  /** Where each section is booted by itself, none is ahead of others. */
  private Question.Explore requireNoneAhead(Question.Explore question) {
    if (question.boot().stream().anyMatch(BootLayout::isAhead)) {
      problems.add(
          table.positionOf("boot"), "the boot layout \"ahead\"", "boot-faults = true beside it");
    }
    return question;
  }

  private Optional<Question.Boots> boots(Optional<List<Located<Long>>> nodes, World world) {
    if (nodes.isEmpty()) {
      return Optional.of(Question.Boots.on(world));
    }
    int sections = world.geometry().sections();
    if (nodes.get().size() != sections) {
      problems.add(
          table.positionOf("nodes"),
          "%d nodes".formatted(nodes.get().size()),
          "a node for each section, %d of them".formatted(sections));
    }
    return Optional.of(
        new Question.Boots(nodes.get().stream().map(n -> n.value().intValue()).toList()));
  }

  /** The same of any number of sections: in the world of one memory block. */
  Optional<Question.Explore> readSmallest() {
    int before = problems.count();
    int block =
        table.integer("block", 1, Geometry.MAX_SECTIONS).map(n -> n.value().intValue()).orElse(1);
    table
        .table("limits")
        .filter(limits -> limits.has("depth"))
        .ifPresent(
            limits ->
                problems.add(
                    limits.positionOf("depth"),
                    "a depth",
                    "no depth, where sequences of any length are asked about"));
    return read(before, Optional.of(block), Optional.empty());
  }

  private Optional<Question.Explore> read(
      int before, Optional<Integer> sections, Optional<World.Zones> zones) {
    Optional<Integer> subsections =
        size("subsections", 4, Geometry.MIN_SUBSECTIONS, Geometry.MAX_SUBSECTIONS);
    List<BootLayout> boot =
        table.names("boot").map(n -> boot(n, subsections)).orElse(BootLayout.DEFAULTS);
    List<Caller> callers = table.names("callers").map(this::callers).orElse(List.of(Caller.DIRECT));
    List<Altmap> altmaps = table.names("altmaps").map(this::altmaps).orElse(List.of(Altmap.NONE));
    boolean faults = table.flag("faults").map(Located::value).orElse(false);
    Limits limits = table.table("limits").map(this::limits).orElse(Limits.NONE);
    if (sections.isEmpty() || subsections.isEmpty() || problems.count() > before) {
      return Optional.empty();
    }
    Optional<World> world =
        new WorldReader(table, problems).read(new Geometry(sections.get(), subsections.get()));
    if (world.isEmpty()) {
      return Optional.empty();
    }
    Question.Explore question =
        new Question.Explore(world.get().with(zones), boot, callers, altmaps, faults, limits);
    question.idle().ifPresent(this::addIdle);
    question.outsideZones().ifPresent(this::addOutsideZones);
    boolean layoutsAreKnown =
        designs.stream().allMatch(d -> boot.stream().allMatch(b -> isKnown(b, d)));
    if (layoutsAreKnown) {
      designs.forEach(design -> question.withoutAltmaps(design).ifPresent(this::addRefused));
      designs.forEach(design -> question.withoutCallers(design).ifPresent(this::addNoCalls));
    }
    return Optional.of(question);
  }

  private boolean isKnown(BootLayout layout, Design design) {
    Optional<String> why = layout.refusedBy(design);
    why.ifPresent(
        w ->
            problems.add(
                table.positionOf("boot"),
                Wording.quoted(layout.name()),
                "a boot layout that every design knows (%s)".formatted(Wording.oneLine(w))));
    return why.isEmpty();
  }

  private void addRefused(String why) {
    problems.add(
        table.positionOf("altmaps"),
        "altmaps that a design does not know",
        "altmaps that every design knows (%s)".formatted(Wording.oneLine(why)));
  }

  private void addNoCalls(String why) {
    problems.add(
        table.positionOf("designs"),
        "a design that is not called so",
        "designs that every caller can call (%s)".formatted(Wording.oneLine(why)));
  }

  private void addOutsideZones(Caller caller) {
    problems.add(
        table.positionOf("zones"),
        "zones with caller " + caller.callerName(),
        "zones only with callers who own what they add, and move it to a zone");
  }

  private void addIdle(Caller caller) {
    problems.add(
        table.positionOf("altmaps"),
        "no altmap of caller " + caller.callerName(),
        "an altmap that each caller makes calls with");
  }

  private Optional<Integer> size(String key, int example, int min, int max) {
    table.requires(key, "%s = %d".formatted(key, example));
    return table.integer(key, min, max).map(n -> n.value().intValue());
  }

  private List<BootLayout> boot(List<Located<String>> names, Optional<Integer> subsections) {
    List<BootLayout> boot = new ArrayList<>();
    for (Located<String> name : names) {
      BootLayout layout = new BootLayout(name.value());
      if (isLayout(layout, subsections)) {
        boot.add(layout);
      } else {
        problems.add(
            name.at(), Wording.quoted(name.value()), expectedLayout(name.value(), subsections));
      }
    }
    return boot;
  }

  /** Where the number of subsections is not known, a bitmap of any length will do. */
  private static boolean isLayout(BootLayout layout, Optional<Integer> subsections) {
    try {
      layout.ram(subsections.orElse(layout.name().length()));
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static String expectedLayout(String typed, Optional<Integer> subsections) {
    List<String> layouts = new ArrayList<>(BootLayout.NAMES);
    layouts.add(subsections.map(k -> k + " digits").orElse("digits") + " 0 and 1");
    return typed.matches("[01]+")
        ? "a boot layout (one of %s)".formatted(String.join(", ", layouts))
        : Wording.oneOf("a boot layout", typed, layouts);
  }

  private List<Caller> callers(List<Located<String>> names) {
    List<Caller> callers = new ArrayList<>();
    for (Located<String> name : names) {
      Stream.of(Caller.values())
          .filter(c -> c.callerName().equals(name.value()))
          .findFirst()
          .ifPresentOrElse(callers::add, () -> addNoCaller(name));
    }
    return callers;
  }

  private void addNoCaller(Located<String> name) {
    List<String> names = Stream.of(Caller.values()).map(Caller::callerName).toList();
    problems.add(
        name.at(), Wording.quoted(name.value()), Wording.oneOf("a caller", name.value(), names));
  }

  private List<Altmap> altmaps(List<Located<String>> names) {
    List<Altmap> altmaps = new ArrayList<>();
    for (Located<String> name : names) {
      Stream.of(Altmap.values())
          .filter(a -> a.text().equals(name.value()))
          .findFirst()
          .ifPresentOrElse(
              altmap -> {
                designs.forEach(design -> requireKnown(altmap, design, name));
                altmaps.add(altmap);
              },
              () -> addNoAltmap(name));
    }
    return altmaps;
  }

  private void requireKnown(Altmap altmap, Design design, Located<String> name) {
    altmap
        .refusedBy(design)
        .ifPresent(
            why ->
                problems.add(
                    name.at(),
                    Wording.quoted(name.value()),
                    "an altmap that every design knows (%s)".formatted(Wording.oneLine(why))));
  }

  private void addNoAltmap(Located<String> name) {
    List<String> names = Stream.of(Altmap.values()).map(Altmap::text).toList();
    problems.add(
        name.at(), Wording.quoted(name.value()), Wording.oneOf("an altmap", name.value(), names));
  }

  private Limits limits(Table limits) {
    Limits read =
        new Limits(
            limits.integer("depth", 1, Integer.MAX_VALUE).map(n -> n.value().intValue()),
            quantity(limits, "time", Quantity::time, "a time such as 30s, 5m or 1h"),
            limits.integer("states", 1, Long.MAX_VALUE).map(Located::value),
            quantity(limits, "memory", Quantity::bytes, "a size such as 512M or 2G"));
    limits.rejectOthers("a limit");
    return read;
  }

  private <T> Optional<T> quantity(
      Table limits, String key, Function<String, Optional<T>> parse, String expected) {
    Optional<Located<String>> text = limits.text(key);
    Optional<T> quantity = text.flatMap(t -> parse.apply(t.value()));
    if (text.isPresent() && quantity.isEmpty()) {
      problems.add(text.get().at(), Wording.quoted(text.get().value()), expected + " as " + key);
    }
    return quantity;
  }
}
