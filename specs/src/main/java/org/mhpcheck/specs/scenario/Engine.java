package org.mhpcheck.specs.scenario;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The engines a scenario can ask, each with the keys that only it knows. */
enum Engine {
  EXPLORE(
      "explore",
      ImmutableList.of(
          "sections",
          "subsections",
          "arch",
          "block",
          "node",
          "nodes",
          "walkers",
          "zones",
          "first-section",
          "boot",
          "boot-faults",
          "callers",
          "altmaps",
          "faults",
          "limits")),
  COMPOSE(
      "compose",
      ImmutableList.of(
          "subsections",
          "arch",
          "block",
          "node",
          "boot",
          "callers",
          "altmaps",
          "faults",
          "limits")),
  PROVE("prove", ImmutableList.of("arches")),
  ARITHMETIC("arithmetic", ImmutableList.of("arches", "parameters")),
  SAME(
      "same",
      ImmutableList.of(
          "beside",
          "sections",
          "subsections",
          "arch",
          "block",
          "node",
          "boot",
          "callers",
          "altmaps",
          "faults",
          "limits")),
  PLACEMENT(
      "placement",
      ImmutableList.of(
          "arch", "numa-nodes", "first", "sections", "pages", "page-sizes", "planted"));

  private final String engineName;
  private final ImmutableList<String> keys;

  Engine(String engineName, ImmutableList<String> keys) {
    this.engineName = engineName;
    this.keys = keys;
  }

  String engineName() {
    return engineName;
  }

  List<String> keys() {
    return keys;
  }

  static List<String> names() {
    return Stream.of(values()).map(Engine::engineName).toList();
  }

  static Optional<Engine> named(String name) {
    return Stream.of(values()).filter(e -> e.engineName.equals(name)).findFirst();
  }

  /** The engines that know {@code key}; none if it is no engine's own. */
  static List<Engine> knowing(String key) {
    return Stream.of(values()).filter(e -> e.keys.contains(key)).toList();
  }
}
