package org.mhpcheck.specs.scenario;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mhpcheck.model.bootmem.Planted;
import org.mhpcheck.model.bootmem.Shape;
import org.mhpcheck.model.layout.Architecture;
import org.mhpcheck.model.question.Question;
import org.mhpcheck.specs.toml.Located;
import org.mhpcheck.specs.toml.Problems;
import org.mhpcheck.specs.toml.Table;
import org.mhpcheck.specs.toml.Wording;

/**
 * Reads where usages may come to lie: {@code arch}, the machine's shape ({@code numa-nodes}, {@code
 * first}, {@code sections}, {@code pages}, {@code page-sizes}) and a {@code planted} fault.
 */
final class PlacementReader {
  private static final int MOST_SECTIONS = 4;
  private static final int MOST_PAGES = 4;
  private static final int MOST_BYTES = 4096;

  private final Table table;
  private final List<Architecture> architectures;
  private final Problems problems;

  PlacementReader(Table table, List<Architecture> architectures, Problems problems) {
    this.table = table;
    this.architectures = architectures;
    this.problems = problems;
  }

  /** The question; nothing if there is anything wrong with it. */
  Optional<Question> read() {
    int before = problems.count();
    table.requires("arch", "arch = \"x86_64\"");
    Optional<Architecture> arch = table.text("arch").flatMap(this::architecture);
    int nodes =
        table.integer("numa-nodes", 1, Shape.MOST_NODES).map(n -> n.value().intValue()).orElse(1);
    int first = table.integer("first", 0, MOST_SECTIONS).map(n -> n.value().intValue()).orElse(1);
    Optional<Integer> sections = size("sections", 3, MOST_SECTIONS);
    Optional<Integer> pages = size("pages", 2, MOST_PAGES);
    table.requires("page-sizes", "page-sizes = [64, 128]");
    List<Located<Long>> pageSizes = table.integers("page-sizes", 1, MOST_BYTES).orElse(List.of());
    Optional<Planted> planted = table.text("planted").flatMap(this::planted);
    boolean isMissing = arch.isEmpty() || sections.isEmpty() || pages.isEmpty();
    if (isMissing || problems.count() > before) {
      return Optional.empty();
    }
    try {
      int ofSection = pages.get();
      int count = sections.get();
      List<Shape> shapes =
          pageSizes.stream()
              .map(size -> new Shape(nodes, first, count, ofSection, size.value().intValue()))
              .toList();
      return Optional.of(new Question.Placements(shapes, arch.get(), planted));
    } catch (IllegalArgumentException e) {
      problems.add(
          table.positionOf("pages"), "a machine that is too large or too odd", e.getMessage());
      return Optional.empty();
    }
  }

  private Optional<Integer> size(String key, int example, int most) {
    table.requires(key, "%s = %d".formatted(key, example));
    return table.integer(key, 1, most).map(n -> n.value().intValue());
  }

  private Optional<Architecture> architecture(Located<String> name) {
    Optional<Architecture> arch =
        architectures.stream().filter(a -> a.name().equals(name.value())).findFirst();
    if (arch.isEmpty()) {
      List<String> names = architectures.stream().map(Architecture::name).toList();
      problems.add(
          name.at(),
          Wording.quoted(name.value()),
          Wording.oneOf("an architecture", name.value(), names));
    }
    return arch;
  }

  private Optional<Planted> planted(Located<String> name) {
    Optional<Planted> planted =
        Stream.of(Planted.values()).filter(p -> p.plantedName().equals(name.value())).findFirst();
    if (planted.isEmpty()) {
      List<String> names = Stream.of(Planted.values()).map(Planted::plantedName).toList();
      problems.add(
          name.at(),
          Wording.quoted(name.value()),
          Wording.oneOf("a fault to plant", name.value(), names));
    }
    return planted;
  }
}
