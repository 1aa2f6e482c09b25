package org.mhpcheck.specs.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mhpcheck.model.design.Release;
import org.mhpcheck.model.layout.Architecture;
import org.mhpcheck.specs.toml.Located;
import org.mhpcheck.specs.toml.Problems;
import org.mhpcheck.specs.toml.Syntax;
import org.mhpcheck.specs.toml.Table;
import org.mhpcheck.specs.toml.UnreadableException;
import org.mhpcheck.specs.toml.Wording;

/** Reads a file of architectures: one table each, named by the architecture. */
final class ArchReader {
  /** What else there is to say of it is for the properties that the kernel's guards are. */
  private static final int SMALLEST_SECTION_BITS = 12;

  private static final int LARGEST_SECTION_BITS = 40;

  /** What SECTION_SIZE_BITS was before a release. */
  private record Before(Release release, int bits) {}

  private ArchReader() {}

  /**
   * @param file what problems call it
   * @throws UnreadableException with everything that is wrong with it
   */
  static List<Architecture> read(String file, String text) {
    Problems problems = new Problems(file);
    Table table = Syntax.parse(text, problems);
    List<Architecture> architectures = new ArrayList<>();
    for (Located<String> name : table.keys()) {
      table
          .table(name.value())
          .flatMap(row -> architecture(name.value(), row, problems))
          .ifPresent(architectures::add);
    }
    problems.throwIfAny();
    return List.copyOf(architectures);
  }

  private static Optional<Architecture> architecture(String name, Table row, Problems problems) {
    int before = problems.count();
    int pageShift = integer(row, "page_shift", 12, 18);
    int sectionSizeBits =
        integer(row, "section_size_bits", SMALLEST_SECTION_BITS, LARGEST_SECTION_BITS);
    Optional<Before> earlier =
        row.table("section_size_bits_before").flatMap(t -> before(t, problems));
    Optional<Integer> hugePageShift =
        row.integer("huge_page_shift", pageShift + 1L, LARGEST_SECTION_BITS)
            .map(n -> n.value().intValue());
    int maxPageOrder = integer(row, "max_page_order", 0, 20);
    int longBytes = integer(row, "long_bytes", 4, 8);
    row.requires("vmemmap", "vmemmap = true or false");
    boolean vmemmap = row.flag("vmemmap").map(Located::value).orElse(false);
    Optional<Release> hotplugSince = row.text("hotplug_since").flatMap(n -> release(n, problems));
    row.rejectOthers("a key of an architecture");
    if (problems.count() > before || problems.isSyntaxBroken()) {
      return Optional.empty();
    }
    if (longBytes != 4 && longBytes != 8) {
      problems.add(
          row.positionOf("long_bytes"), "the integer " + longBytes, "4 or 8 as long_bytes");
    }
    // Without an earlier number, one and the same stands on both sides of whatever release.
    return Optional.of(
        new Architecture(
            name,
            pageShift,
            sectionSizeBits,
            earlier.map(Before::bits).orElse(sectionSizeBits),
            earlier.map(Before::release).orElse(Release.V5_3),
            hugePageShift,
            maxPageOrder,
            longBytes,
            vmemmap,
            hotplugSince));
  }

  private static int integer(Table row, String key, int min, int max) {
    row.requires(key, "%s = an integer from %d to %d".formatted(key, min, max));
    return row.integer(key, min, max).map(n -> n.value().intValue()).orElse(0);
  }

  private static Optional<Before> before(Table table, Problems problems) {
    table.requires("release", "release = \"v5.12\"");
    int bits = integer(table, "bits", SMALLEST_SECTION_BITS, LARGEST_SECTION_BITS);
    Optional<Release> release = table.text("release").flatMap(n -> release(n, problems));
    table.rejectOthers("release or bits");
    return release.map(r -> new Before(r, bits));
  }

  private static Optional<Release> release(Located<String> name, Problems problems) {
    Optional<Release> release =
        Stream.of(Release.values()).filter(r -> r.releaseName().equals(name.value())).findFirst();
    if (release.isEmpty()) {
      List<String> releases = Stream.of(Release.values()).map(Release::releaseName).toList();
      problems.add(
          name.at(),
          Wording.quoted(name.value()),
          Wording.oneOf("a release", name.value(), releases));
    }
    return release;
  }
}
