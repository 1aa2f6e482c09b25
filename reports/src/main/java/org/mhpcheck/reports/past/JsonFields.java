package org.mhpcheck.reports.past;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.mhpcheck.reports.text.Words;

/** The fields of a JSON object that were wanted, and were there. */
final class JsonFields {
  private final String where;
  private final String what;
  private final Map<String, Object> values = new HashMap<>();

  /**
   * @param where the object begins: file, line and column
   * @param what it is
   */
  JsonFields(String where, String what) {
    this.where = where;
    this.what = what;
  }

  void put(String name, Object value) {
    values.put(name, value);
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  <T> Optional<T> find(String name, Class<T> type) {
    return Optional.ofNullable(values.get(name)).map(type::cast);
  }

  <T> T get(String name, Class<T> type) {
    return find(name, type).orElseThrow(() -> missing(name));
  }

  private PastRunException missing(String name) {
    return wrong("found no \"%s\" in it, expected %s".formatted(name, what));
  }

  /** What is wrong with the object, at its place. */
  PastRunException wrong(String why) {
    return new PastRunException("%s: %s".formatted(where, Words.visible(why)));
  }
}
