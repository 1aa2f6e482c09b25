package org.mhpcheck.specs.scenario;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mhpcheck.model.question.Counts;
import org.mhpcheck.model.question.Expectation;
import org.mhpcheck.specs.toml.Located;
import org.mhpcheck.specs.toml.Problems;
import org.mhpcheck.specs.toml.Table;
import org.mhpcheck.specs.toml.Wording;
import org.tomlj.TomlTable;

/** Reads what a scenario's author expects, and that it is expected of what is asked. */
final class ExpectReader {
  private static final List<String> WORDS =
      Stream.of(Expectation.Word.values()).map(ExpectReader::name).toList();

  private static final String STATES = "states";
  private static final String TRANSITIONS = "transitions";
  private static final List<String> COUNTS = List.of(STATES, TRANSITIONS);

  private final List<String> designs;
  private final Asked asked;
  private final boolean isExplored;
  private final Problems problems;

  /**
   * @param designs the names of the designs asked, empty if there is something wrong with them
   * @param isExplored whether there are states and transitions to be counted
   */
  ExpectReader(List<String> designs, Asked asked, boolean isExplored, Problems problems) {
    this.designs = designs;
    this.asked = asked;
    this.isExplored = isExplored;
    this.problems = problems;
  }

  Map<String, Map<String, Expectation>> read(Table expect) {
    ImmutableMap.Builder<String, Map<String, Expectation>> expected = ImmutableMap.builder();
    for (Located<String> design : expect.keys()) {
      boolean isAsked = designs.isEmpty() || designs.contains(design.value());
      if (!isAsked) {
        addNoDesign(design);
      }
      if (isAsked || !isCutAtDot(design.value())) {
        expect.table(design.value()).ifPresent(t -> expected.put(design.value(), properties(t)));
      }
    }
    return expected.buildOrThrow();
  }

  /** By design, the size of its state space. */
  Map<String, Counts> counts(Table expect) {
    ImmutableMap.Builder<String, Counts> counts = ImmutableMap.builder();
    for (Located<String> design : expect.keys()) {
      if (designs.contains(design.value())) {
        expect.table(design.value()).ifPresent(t -> counts.put(design.value(), countsOf(t)));
      }
    }
    return counts.buildOrThrow();
  }

  private Counts countsOf(Table table) {
    for (String key : COUNTS) {
      if (table.has(key) && !isExplored) {
        problems.add(
            table.positionOf(key),
            "%s of what is not explored".formatted(key),
            "%s only with engine \"explore\"".formatted(key));
      }
    }
    return new Counts(
        table.integer(STATES, 1, Long.MAX_VALUE).map(Located::value),
        table.integer(TRANSITIONS, 0, Long.MAX_VALUE).map(Located::value));
  }

  private void addNoDesign(Located<String> design) {
    problems.add(
        design.at(),
        "the design " + Wording.quoted(design.value()),
        isCutAtDot(design.value())
            ? "a design's name in quotes, since it has a dot in it"
            : Wording.oneOf("a design in designs", design.value(), designs));
  }

  /** Without quotes, {@code v5.4} is a table v5 with a table 4. */
  private boolean isCutAtDot(String name) {
    return designs.stream().anyMatch(d -> d.startsWith(name + "."));
  }

  private Map<String, Expectation> properties(Table table) {
    ImmutableMap.Builder<String, Expectation> expected = ImmutableMap.builder();
    for (Located<String> property : table.keys()) {
      if (COUNTS.contains(property.value())) {
        continue;
      }
      asked
          .whyNot(property.value())
          .ifPresent(why -> problems.add(property.at(), why.found(), why.expected()));
      expectation(table, property.value()).ifPresent(e -> expected.put(property.value(), e));
    }
    return expected.buildOrThrow();
  }

  private Optional<Expectation> expectation(Table table, String property) {
    Object value = table.any(property).orElseThrow();
    if (value instanceof String) {
      return table
          .text(property)
          .flatMap(this::word)
          .map(w -> new Expectation(w, Optional.empty(), Optional.empty()));
    } else if (value instanceof TomlTable) {
      return table.table(property).flatMap(this::inFull);
    }
    problems.add(
        table.positionOf(property),
        Wording.found(value),
        "\"violated\" or { verdict = \"violated\", depth = 3 } as " + property);
    return Optional.empty();
  }

  private Optional<Expectation> inFull(Table table) {
    table.requires("verdict", "verdict = \"violated\"");
    Optional<Expectation.Word> word = table.text("verdict").flatMap(this::word);
    Optional<Integer> depth =
        table.integer("depth", 0, Integer.MAX_VALUE).map(n -> n.value().intValue());
    if (depth.isPresent() && word.isPresent() && word.get() != Expectation.Word.VIOLATED) {
      problems.add(
          table.positionOf("depth"),
          "a depth with verdict " + name(word.get()),
          "a depth only with verdict violated");
    }
    Optional<Located<String>> known = table.text("known");
    known
        .filter(k -> k.value().isBlank())
        .ifPresent(k -> problems.add(k.at(), Wording.quoted(k.value()), "a finding such as L01"));
    table.rejectOthers("a key of an expectation");
    return word.map(w -> new Expectation(w, depth, known.map(Located::value)));
  }

  private Optional<Expectation.Word> word(Located<String> text) {
    Optional<Expectation.Word> word =
        Stream.of(Expectation.Word.values()).filter(w -> name(w).equals(text.value())).findFirst();
    if (word.isEmpty()) {
      problems.add(
          text.at(), Wording.quoted(text.value()), Wording.oneOf("a verdict", text.value(), WORDS));
    }
    return word;
  }

  private static String name(Expectation.Word word) {
    return word.name().toLowerCase(Locale.ROOT);
  }
}
