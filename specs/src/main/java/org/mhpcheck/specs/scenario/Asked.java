package org.mhpcheck.specs.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.question.Question;
import org.mhpcheck.specs.toml.Located;
import org.mhpcheck.specs.toml.Problems;
import org.mhpcheck.specs.toml.Wording;

/**
 * Which properties a scenario asks.
 *
 * <p>Those it lists, or all that apply. A listed property whose needs are not met is asked all the
 * same: it comes out vacuous, and a scenario may expect just that. One of the wrong kind for the
 * engine cannot be asked at all.
 */
final class Asked {
  /** Why something is not asked, as a problem has it. */
  record WhyNot(String found, String expected) {}

  private final List<Property> catalogue;
  private final Optional<Question> question;
  private final boolean isListed;
  private final List<Property> properties;

  private Asked(
      List<Property> catalogue,
      Optional<Question> question,
      boolean isListed,
      List<Property> properties) {
    this.catalogue = catalogue;
    this.question = question;
    this.isListed = isListed;
    this.properties = properties;
  }

  /**
   * @param listed what the scenario lists, if it does
   * @param question nothing if there is something wrong with it
   */
  static Asked of(
      List<Property> catalogue,
      Optional<List<Located<String>>> listed,
      Optional<Question> question,
      Problems problems) {
    List<Property> properties = new ArrayList<>();
    if (listed.isPresent()) {
      listed
          .get()
          .forEach(n -> listed(catalogue, n, question, problems).ifPresent(properties::add));
    } else if (question.isPresent()) {
      catalogue.stream()
          .filter(p -> question.get().notApplicable(p).isEmpty())
          .forEach(properties::add);
      if (properties.isEmpty()) {
        problems.add(1, 1, "no property that applies", "a question that some property speaks of");
      }
    }
    return new Asked(catalogue, question, listed.isPresent(), properties);
  }

  private static Optional<Property> listed(
      List<Property> catalogue,
      Located<String> name,
      Optional<Question> question,
      Problems problems) {
    Optional<Property> property = named(catalogue, name.value());
    if (property.isEmpty()) {
      problems.add(name.at(), Wording.quoted(name.value()), expectedName(name.value(), catalogue));
    }
    property
        .flatMap(p -> question.flatMap(q -> q.impossible(p)))
        .ifPresent(
            why ->
                problems.add(
                    name.at(),
                    "%s, which %s".formatted(Wording.quoted(name.value()), why),
                    "a property for engine " + question.orElseThrow().engine()));
    return property;
  }

  List<Property> properties() {
    return properties;
  }

  /** Why nothing can be expected of the property {@code name}; nothing if it can. */
  Optional<WhyNot> whyNot(String name) {
    Optional<Property> property = named(catalogue, name);
    if (property.isEmpty()) {
      List<Property> candidates = properties.isEmpty() ? catalogue : properties;
      return Optional.of(
          new WhyNot("the property " + Wording.quoted(name), expectedName(name, candidates)));
    }
    if (properties.isEmpty() || properties.contains(property.get())) {
      return Optional.empty();
    }
    String expected =
        isListed
            ? "one of the scenario's properties"
            : "one that applies (it %s)"
                .formatted(question.flatMap(q -> q.notApplicable(property.get())).orElseThrow());
    return Optional.of(
        new WhyNot(
            "the property %s, which is not asked".formatted(Wording.quoted(name)), expected));
  }

  private static String expectedName(String typed, List<Property> candidates) {
    return Wording.oneOf("a property", typed, candidates.stream().map(Property::name).toList());
  }

  private static Optional<Property> named(List<Property> catalogue, String name) {
    return catalogue.stream().filter(p -> p.name().equals(name)).findFirst();
  }
}
