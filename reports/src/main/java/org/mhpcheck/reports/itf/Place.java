package org.mhpcheck.reports.itf;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mhpcheck.model.design.Names;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.reports.text.Words;

/**
 * A value in a trace file, and where it stands: {@code states[2].#meta.action}. Asked for what is
 * not there, it says so.
 */
record Place(String file, String path, JsonNode node) {
  /** What is wrong may repeat what was found. */
  private static final int LONGEST_REASON = 2000;

  Place get(String name) {
    return find(name)
        .orElseThrow(
            () ->
                node.isObject()
                    ? new TraceFileException(
                        "%s: %s is missing in an mhpcheck trace".formatted(file, child(name)))
                    : notExpected("an object with " + name));
  }

  Optional<Place> find(String name) {
    return Optional.ofNullable(node.get(name)).map(n -> new Place(file, child(name), n));
  }

  List<Place> list() {
    if (!node.isArray()) {
      throw notExpected("a list");
    }
    List<Place> places = new ArrayList<>();
    for (JsonNode element : node) {
      places.add(new Place(file, "%s[%d]".formatted(path, places.size()), element));
    }
    return places;
  }

  String text() {
    if (!node.isTextual()) {
      throw notExpected("a string");
    }
    return node.textValue();
  }

  /** A whole number of at least {@code min} and at most {@code max}. */
  int integer(int min, int max) {
    if (!node.isIntegralNumber()
        || !node.canConvertToInt()
        || node.intValue() < min
        || max < node.intValue()) {
      throw notExpected(
          min == max ? String.valueOf(min) : "a whole number, %d to %d".formatted(min, max));
    }
    return node.intValue();
  }

  /** A number written as a string, as the format wants it. */
  int number() {
    try {
      return Integer.parseInt(text());
    } catch (NumberFormatException e) {
      throw notExpected("a whole number");
    }
  }

  boolean truth() {
    if (!node.isBoolean()) {
      throw notExpected("true or false");
    }
    return node.booleanValue();
  }

  /** A bitmap with a digit for each subsection. */
  Bits bitmap(int subsections) {
    String digits = text();
    if (digits.length() != subsections || !digits.matches("[01]*")) {
      throw notExpected("%d digits 0 and 1".formatted(subsections));
    }
    return Bits.parse(digits);
  }

  /** The constant that is named here. */
  <T> T named(T[] constants, Function<T, String> name) {
    String typed = text();
    return Stream.of(constants)
        .filter(c -> name.apply(c).equals(typed))
        .findFirst()
        .orElseThrow(() -> wrong(Names.suggestion(typed, Stream.of(constants).map(name).toList())));
  }

  TraceFileException notExpected(String expected) {
    return wrong("expected " + expected);
  }

  /** Says what was found here, then {@code what} is wrong with it. */
  TraceFileException wrong(String what) {
    return new TraceFileException(
        "%s: %s: found %s, %s"
            .formatted(
                file,
                path.isEmpty() ? "the file" : path,
                found(),
                Words.brief(what, LONGEST_REASON)));
  }

  private String found() {
    if (node.isObject() || node.isArray()) {
      String kind = node.isObject() ? "an object" : "a list";
      return node.isEmpty() ? kind + " with nothing in it" : kind;
    }
    String text = node.isMissingNode() ? "nothing" : node.toString();
    return Words.brief(text);
  }

  private String child(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
