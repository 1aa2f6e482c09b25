package org.mhpcheck.reports.past;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mhpcheck.reports.text.Words;

/**
 * A value in a JSON file that is read from its beginning to its end: asked for what it is not, it
 * says where, what was found, and what was expected.
 */
final class JsonCursor {
  private static final String SECONDS = "[0-9]{1,9}(\\.[0-9]{1,9})?";

  private final String file;
  private final JsonParser json;

  JsonCursor(String file, JsonParser json) {
    this.file = file;
    this.json = json;
  }

  /** Reads the value that the cursor is at, to its end. */
  interface Value<T> {
    T read(JsonCursor at) throws IOException;
  }

  /** The fields of both. */
  static Map<String, Value<?>> both(Map<String, Value<?>> some, Map<String, Value<?>> others) {
    Map<String, Value<?>> all = new HashMap<>(some);
    all.putAll(others);
    return Map.copyOf(all);
  }

  /**
   * The fields named by {@code wanted}, in whatever order; others are passed over unread.
   *
   * @param what this object is, for who misses a field
   */
  JsonFields object(String what, Map<String, Value<?>> wanted) throws IOException {
    return object(what, wanted, name -> false);
  }

  /** As {@link #object}, but no further than to the field {@code end}. */
  JsonFields objectUpTo(String end, String what, Map<String, Value<?>> wanted) throws IOException {
    return object(what, wanted, end::equals);
  }

  private JsonFields object(String what, Map<String, Value<?>> wanted, Predicate<String> isEnd)
      throws IOException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      throw notExpected(what);
    }
    JsonFields fields = new JsonFields(where(file, json.currentTokenLocation()), what);
    while (json.nextToken() == JsonToken.FIELD_NAME && !isEnd.test(json.currentName())) {
      String name = json.currentName();
      Value<?> value = wanted.get(name);
      if (value != null && fields.has(name)) {
        throw wrong("found another \"%s\", expected one".formatted(name));
      }
      json.nextToken();
      if (value == null) {
        json.skipChildren();
      } else {
        fields.put(name, value.read(this));
      }
    }
    return fields;
  }

  /** The elements of a list of at most {@code most}. */
  <T> List<T> list(int most, Value<T> element) throws IOException {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      throw notExpected("a list");
    }
    List<T> elements = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (elements.size() == most) {
        throw wrong("found more, expected at most " + most);
      }
      elements.add(element.read(this));
    }
    return elements;
  }

  /** The fields of an object of at most {@code most}, each by its name, in their order. */
  <T> Map<String, T> map(int most, Value<T> value) throws IOException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      throw notExpected("an object");
    }
    Map<String, T> map = new LinkedHashMap<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      if (map.size() == most) {
        throw wrong("found more, expected at most " + most);
      }
      json.nextToken();
      if (map.put(name, value.read(this)) != null) {
        throw wrong("found another \"%s\", expected one".formatted(Words.brief(name)));
      }
    }
    return map;
  }

  /** {@code value}, or nothing where there is {@code null}. */
  <T> Optional<T> optional(Value<T> value) throws IOException {
    return json.currentToken() == JsonToken.VALUE_NULL
        ? Optional.empty()
        : Optional.of(value.read(this));
  }

  /** Refuses what follows the value. */
  void requireEnd() throws IOException {
    if (json.nextToken() != null) {
      throw notExpected("the end of the file");
    }
  }

  String text() throws IOException {
    if (json.currentToken() != JsonToken.VALUE_STRING) {
      throw notExpected("a string");
    }
    return json.getText();
  }

  /** A string of this form. */
  String text(String regex, String expected) throws IOException {
    String text = text();
    if (!text.matches(regex)) {
      throw notExpected(expected);
    }
    return text;
  }

  String fingerprint() throws IOException {
    return text("[0-9a-f]{32}", "32 hexadecimal digits");
  }

  Instant instant() throws IOException {
    try {
      return Instant.parse(text());
    } catch (DateTimeException e) {
      throw notExpected("a time such as 2025-01-02T03:04:05Z");
    }
  }

  boolean truth() throws IOException {
    return switch (json.currentToken()) {
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> throw notExpected("true or false");
    };
  }

  /** A whole number from 0 to {@code max}. */
  long number(long max) throws IOException {
    if (json.currentToken() != JsonToken.VALUE_NUMBER_INT
        || json.getNumberType() == JsonParser.NumberType.BIG_INTEGER
        || json.getLongValue() < 0
        || json.getLongValue() > max) {
      throw notExpected("a whole number from 0 to " + max);
    }
    return json.getLongValue();
  }

  /** This whole number and no other. */
  long constant(long expected) throws IOException {
    if (json.currentToken() != JsonToken.VALUE_NUMBER_INT
        || !json.getText().equals(String.valueOf(expected))) {
      throw notExpected(String.valueOf(expected));
    }
    return expected;
  }

  /** A number of seconds. Not of any size: such a number may be longer than all else. */
  Duration seconds() throws IOException {
    if (!json.currentToken().isNumeric() || !json.getText().matches(SECONDS)) {
      throw notExpected("a number of seconds");
    }
    return Duration.ofNanos(new BigDecimal(json.getText()).movePointRight(9).longValueExact());
  }

  /** The constant that is named here. */
  <T> T named(T[] constants, Function<T, String> name) throws IOException {
    String typed = json.currentToken() == JsonToken.VALUE_STRING ? json.getText() : "";
    return Stream.of(constants)
        .filter(c -> name.apply(c).equals(typed))
        .findFirst()
        .orElseThrow(
            () ->
                notExpected(
                    Stream.of(constants)
                        .map(c -> '"' + name.apply(c) + '"')
                        .collect(Collectors.joining(" or "))));
  }

  /** Says what is found here. */
  PastRunException notExpected(String expected) {
    return wrong("found %s, expected %s".formatted(found(), expected));
  }

  private PastRunException wrong(String what) {
    return new PastRunException("%s: %s".formatted(where(file, json.currentTokenLocation()), what));
  }

  /** A place in {@code file}, as precise as it is known. */
  static String where(String file, JsonLocation at) {
    return at == null || at.getLineNr() < 1
        ? file
        : "%s:%d:%d".formatted(file, at.getLineNr(), at.getColumnNr());
  }

  private String found() {
    JsonToken token = json.currentToken();
    if (token == null) {
      return "the end of the file";
    }
    return switch (token) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "a list";
      case VALUE_STRING -> '"' + shortened() + '"';
      default -> shortened();
    };
  }

  private String shortened() {
    try {
      return Words.brief(json.getText());
    } catch (IOException e) {
      return "what cannot be read";
    }
  }
}
