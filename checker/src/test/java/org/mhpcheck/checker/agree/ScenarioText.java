package org.mhpcheck.checker.agree;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mhpcheck.model.caller.Caller;
import org.mhpcheck.model.caller.World;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.kernel.BootLayout;
import org.mhpcheck.model.layout.Architecture;
import org.mhpcheck.model.question.Counts;
import org.mhpcheck.model.question.Expectation;
import org.mhpcheck.model.question.Limits;
import org.mhpcheck.model.question.Question;
import org.mhpcheck.model.question.Scenario;

/**
 * A scenario as the file that asks the same: what a test has come upon can be asked of {@code
 * ./mhpcheck check}. Of the engines that answer for calls: explore, compose and prove.
 */
final class ScenarioText {
  private final List<String> lines = new ArrayList<>();

  private ScenarioText() {}

  static String of(Scenario scenario) {
    ScenarioText text = new ScenarioText();
    text.add(scenario);
    return String.join("\n", text.lines) + "\n";
  }

  private void add(Scenario scenario) {
    key("title", quoted(scenario.title()));
    key("why", quoted(scenario.why()));
    key("engine", quoted(scenario.question().engine()));
    key("designs", names(scenario.designs(), Design::name));
    key("properties", names(scenario.properties(), Property::name));
    if (scenario.question() instanceof Question.Explore explore) {
      key("sections", explore.geometry().sections());
      add(explore);
      limits(explore.limits());
    } else if (scenario.question() instanceof Question.Compose compose) {
      add(compose.smallest());
      limits(compose.smallest().limits());
    } else if (scenario.question() instanceof Question.Prove prove) {
      key("arches", names(prove.architectures(), Architecture::name));
    } else {
      throw new IllegalArgumentException("no file for " + scenario.question().engine());
    }
    scenario.designs().forEach(d -> expectations(scenario, d.name()));
  }

  private void add(Question.Explore question) {
    World world = question.world();
    key("subsections", world.geometry().subsections());
    key("arch", quoted(world.arch().text()));
    key("block", world.block());
    key("node", world.node());
    if (world.walkers()) {
      key("walkers", true);
    }
    world
        .zones()
        .ifPresent(
            zones -> {
              key("zones", true);
              key("first-section", zones.firstSection());
            });
    question
        .boots()
        .ifPresent(
            boots -> {
              key("boot-faults", true);
              key("nodes", boots.nodes());
            });
    key("boot", names(question.boot(), BootLayout::name));
    key("callers", names(question.callers(), Caller::callerName));
    key("altmaps", names(question.altmaps(), Altmap::text));
    key("faults", question.faults());
  }

  private void limits(Limits limits) {
    if (limits.equals(Limits.NONE)) {
      return;
    }
    table("limits");
    limits.depth().ifPresent(depth -> key("depth", depth));
    limits.time().ifPresent(time -> key("time", quoted(time.toSeconds() + "s")));
    limits.states().ifPresent(states -> key("states", states));
    limits.memoryBytes().ifPresent(bytes -> key("memory", quoted((bytes >> 20) + "M")));
  }

  private void expectations(Scenario scenario, String design) {
    Optional<Map<String, Expectation>> expected = scenario.expected().map(e -> e.get(design));
    if (expected.isEmpty()) {
      return;
    }
    table("expect." + quoted(design));
    Counts counts = scenario.counts().getOrDefault(design, Counts.NONE);
    counts.states().ifPresent(states -> key("states", states));
    counts.transitions().ifPresent(transitions -> key("transitions", transitions));
    scenario.properties().stream()
        .map(Property::name)
        .filter(expected.get()::containsKey)
        .forEach(name -> key(name, inFull(expected.get().get(name))));
  }

  private static String inFull(Expectation expectation) {
    String verdict = quoted(expectation.verdict().name().toLowerCase(Locale.ROOT));
    return Stream.of(
            Optional.of("verdict = " + verdict),
            expectation.depth().map(depth -> "depth = " + depth),
            expectation.known().map(known -> "known = " + quoted(known)))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(", ", "{ ", " }"));
  }

  private void table(String name) {
    lines.add("");
    lines.add("[" + name + "]");
  }

  private void key(String key, Object value) {
    lines.add(key + " = " + value);
  }

  private static <T> String names(List<T> values, Function<T, String> name) {
    return values.stream().map(name).map(ScenarioText::quoted).toList().toString();
  }

  /** A basic string: with escapes for what would end it, and for what cannot be seen. */
  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (Character.isISOControl(c)) {
        quoted.append("\\u%04x".formatted((int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
