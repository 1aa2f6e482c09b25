package org.mhpcheck.checker.prove;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mhpcheck.model.layout.Architecture;
import org.mhpcheck.model.layout.Parameter;
import org.mhpcheck.model.layout.ParameterSpace;

/** The values of architectures' parameters that claims about sizes are asked of. */
sealed interface SizeValues {
  int MOST_NAMES = 4;

  /**
   * Those of architectures.
   *
   * @param byName in order
   */
  record Rows(Map<String, Map<Parameter, Integer>> byName) implements SizeValues {

    List<Map<Parameter, Integer>> all() {
      return List.copyOf(byName.values());
    }
  }

  /** Any within a space. */
  record Any(ParameterSpace space) implements SizeValues {}

  /** Those of {@code architectures}, in their order. */
  static Map<String, Map<Parameter, Integer>> rows(
      List<Architecture> architectures, Function<Architecture, Map<Parameter, Integer>> values) {
    Map<String, Map<Parameter, Integer>> rows = new LinkedHashMap<>();
    architectures.forEach(a -> rows.put(a.name(), values.apply(a)));
    return rows;
  }

  /** The same of {@code asked} alone. */
  default SizeValues of(Set<Parameter> asked) {
    if (this instanceof Any any) {
      return new Any(any.space().of(asked));
    }
    Map<String, Map<Parameter, Integer>> rows = new LinkedHashMap<>();
    ((Rows) this)
        .byName()
        .forEach(
            (name, row) -> {
              Map<Parameter, Integer> narrow = new EnumMap<>(Parameter.class);
              asked.forEach(p -> narrow.put(p, row.get(p)));
              rows.put(name, narrow);
            });
    return new Rows(rows);
  }

  /** All combinations of values of {@code asked}, each by its name. */
  default Map<String, Map<Parameter, Integer>> tuples(Set<Parameter> asked) {
    if (this instanceof Rows rows) {
      return rows.byName();
    }
    Map<String, Map<Parameter, Integer>> tuples = new LinkedHashMap<>();
    for (Map<Parameter, Integer> tuple : ((Any) this).space().tuples(asked)) {
      tuples.put(name(tuple), tuple);
    }
    return tuples;
  }

  private static String name(Map<Parameter, Integer> tuple) {
    return tuple.isEmpty()
        ? "any numbers"
        : tuple.entrySet().stream()
            .map(e -> e.getKey() + " " + e.getValue())
            .collect(Collectors.joining(", "));
  }

  /**
   * Whose they are, in words.
   *
   * @param asked the parameters that matter
   * @param tuples how many combinations of their values there are
   */
  default String text(Set<Parameter> asked, int tuples) {
    if (this instanceof Rows rows) {
      return rows.byName().size() <= MOST_NAMES
          ? String.join(", ", rows.byName().keySet())
          : rows.byName().size() + " architectures";
    }
    return asked.isEmpty()
        ? "whatever the numbers"
        : "%s (%d combinations)".formatted(((Any) this).space().text(asked), tuples);
  }
}
