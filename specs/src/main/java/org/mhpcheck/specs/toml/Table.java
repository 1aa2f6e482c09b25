package org.mhpcheck.specs.toml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tomlj.TomlArray;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/**
 * A table of a file, read key by key.
 *
 * <p>What does not fit becomes a problem and reads as missing. The keys asked for are the keys
 * there are: {@link #rejectOthers} goes by them.
 */
public final class Table {
  private final TomlTable toml;
  private final TomlPosition position;
  private final Problems problems;
  private final Set<String> known = new LinkedHashSet<>();

  Table(TomlTable toml, TomlPosition position, Problems problems) {
    this.toml = toml;
    this.position = position;
    this.problems = problems;
  }

  public List<Located<String>> keys() {
    return toml.keySet().stream().map(k -> new Located<>(k, positionOf(k))).toList();
  }

  public boolean has(String key) {
    known.add(key);
    return toml.contains(List.of(key));
  }

  public TomlPosition positionOf(String key) {
    return toml.inputPositionOf(List.of(key));
  }

  /** Whether {@code key} is there; if not, that is a problem. */
  public boolean requires(String key, String example) {
    if (!has(key) && !problems.isSyntaxBroken()) {
      problems.add(position, "no " + key, example);
    }
    return has(key);
  }

  public Optional<Located<String>> text(String key) {
    return value(key, String.class, "a string");
  }

  public Optional<Located<Boolean>> flag(String key) {
    return value(key, Boolean.class, "true or false");
  }

  public Optional<Located<Long>> integer(String key, long min, long max) {
    String expected =
        max == Long.MAX_VALUE
            ? "an integer of at least %d".formatted(min)
            : "an integer from %d to %d".formatted(min, max);
    return value(key, Long.class, expected)
        .filter(
            number -> {
              boolean fits = min <= number.value() && number.value() <= max;
              if (!fits) {
                addWrong(key, number.value(), expected);
              }
              return fits;
            });
  }

  public Optional<Table> table(String key) {
    return value(key, TomlTable.class, "a table").map(t -> new Table(t.value(), t.at(), problems));
  }

  /**
   * All of the table as reasons, by what each is for, on one line each.
   *
   * @param why what a reason says, as in {@code why nobody notices}
   */
  public Map<String, String> reasons(String why) {
    Map<String, String> reasons = new LinkedHashMap<>();
    for (Located<String> what : keys()) {
      text(what.value())
          .ifPresent(
              reason -> {
                if (reason.value().isBlank()) {
                  problems.add(reason.at(), "nothing", why + " " + what.value());
                }
                reasons.put(what.value(), reason.value().strip().replaceAll("\\s+", " "));
              });
    }
    return reasons;
  }

  /** The value, whatever its type is. */
  public Optional<Object> any(String key) {
    known.add(key);
    return Optional.ofNullable(toml.get(List.of(key)));
  }

  /**
   * An array of different strings; without {@code key}, nothing. An array that is wrong gives those
   * of its strings that are right.
   */
  public Optional<List<Located<String>>> names(String key) {
    if (!has(key)) {
      return Optional.empty();
    }
    List<Located<String>> names = new ArrayList<>();
    value(key, TomlArray.class, "an array of strings")
        .ifPresent(array -> addNames(key, array, names));
    return Optional.of(names);
  }

  /** The integers of an array, where each may stand more than once; not empty. */
  public Optional<List<Located<Long>>> integers(String key, long min, long max) {
    if (!has(key)) {
      return Optional.empty();
    }
    String expected = "an integer from %d to %d in %s".formatted(min, max, key);
    List<Located<Long>> numbers = new ArrayList<>();
    value(key, TomlArray.class, "an array of integers")
        .ifPresent(array -> addIntegers(array, min, max, expected, numbers));
    return Optional.of(numbers);
  }

  private void addIntegers(
      Located<TomlArray> array, long min, long max, String expected, List<Located<Long>> to) {
    if (array.value().isEmpty()) {
      problems.add(array.at(), "an empty array", expected);
    }
    for (int i = 0; i < array.value().size(); i++) {
      TomlPosition at = array.value().inputPositionOf(i);
      if (array.value().get(i) instanceof Long number && min <= number && number <= max) {
        to.add(new Located<>(number, at));
      } else {
        problems.add(at, Wording.found(array.value().get(i)), expected);
      }
    }
  }

  private void addNames(String key, Located<TomlArray> array, List<Located<String>> to) {
    if (array.value().isEmpty()) {
      problems.add(array.at(), "an empty array", "at least one string in " + key);
    }
    Set<String> seen = new LinkedHashSet<>();
    for (int i = 0; i < array.value().size(); i++) {
      TomlPosition at = array.value().inputPositionOf(i);
      if (!(array.value().get(i) instanceof String name)) {
        problems.add(at, Wording.found(array.value().get(i)), "a string in " + key);
      } else if (!seen.add(name)) {
        problems.add(at, Wording.quoted(name) + " again", "each name once in " + key);
      } else {
        to.add(new Located<>(name, at));
      }
    }
  }

  private <T> Optional<Located<T>> value(String key, Class<T> type, String expected) {
    Optional<Object> value = any(key);
    if (value.isPresent() && !type.isInstance(value.get())) {
      addWrong(key, value.get(), expected);
      return Optional.empty();
    }
    return value.map(v -> new Located<>(type.cast(v), positionOf(key)));
  }

  private void addWrong(String key, Object value, String expected) {
    problems.add(positionOf(key), Wording.found(value), expected + " as " + key);
  }

  /** The keys nobody asked for. */
  public List<Located<String>> others() {
    return keys().stream().filter(k -> !known.contains(k.value())).toList();
  }

  public void reject(Located<String> key, String what) {
    problems.add(
        key.at(),
        "the key " + Wording.quoted(key.value()),
        Wording.oneOf(what, key.value(), known));
  }

  public void rejectOthers(String what) {
    others().forEach(key -> reject(key, what));
  }
}
