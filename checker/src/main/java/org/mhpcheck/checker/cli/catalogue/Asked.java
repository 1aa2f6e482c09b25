package org.mhpcheck.checker.cli.catalogue;

import java.util.ArrayList;
import java.util.List;
import org.mhpcheck.checker.cli.console.CliException;
import org.mhpcheck.model.answer.ExitStatus;
import org.mhpcheck.model.answer.NotAsked;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.question.Question;
import org.mhpcheck.specs.property.Properties;

/** Which properties a question from the command line asks. */
public final class Asked {
  private Asked() {}

  /**
   * The properties of sizes, or all others. They have none in common: those of the other kind are
   * not worth a word.
   */
  public static List<Property> ofSizes(boolean wanted) {
    return Properties.all().stream()
        .filter(p -> p instanceof Property.Arithmetic == wanted)
        .toList();
  }

  /**
   * The named ones, whatever they need; or all of {@code catalogue} that apply.
   *
   * @param named {@code null} if none were named
   * @param notAsked gets the others, and why
   */
  public static List<Property> properties(
      List<String> named, Question question, List<Property> catalogue, List<NotAsked> notAsked) {
    if (named != null) {
      List<Property> asked = named.stream().distinct().map(Catalogue::property).toList();
      asked.forEach(p -> requirePossible(p, question));
      return asked;
    }
    List<Property> asked = new ArrayList<>();
    for (Property property : catalogue) {
      question
          .notApplicable(property)
          .ifPresentOrElse(
              reason -> notAsked.add(new NotAsked(property.name(), reason)),
              () -> asked.add(property));
    }
    return asked;
  }

  /**
   * Those of {@code possible} that say something of one of {@code designs} at least, whoever calls.
   *
   * @param notAsked gets the others, and why
   */
  public static List<Property> ofSome(
      List<Design> designs, List<Property> possible, List<NotAsked> notAsked) {
    List<Property> asked = new ArrayList<>();
    for (Property property : possible) {
      property.about().needs().stream()
          .filter(n -> designs.stream().noneMatch(n::isMetBy))
          .findFirst()
          .ifPresentOrElse(
              unmet -> notAsked.add(new NotAsked(property.name(), "needs " + unmet.text())),
              () -> asked.add(property));
    }
    return asked;
  }

  /** A premise that is never met shows as vacuous; a property of another kind cannot be asked. */
  private static void requirePossible(Property property, Question question) {
    question
        .impossible(property)
        .ifPresent(
            why -> {
              throw new CliException(
                  ExitStatus.USAGE,
                  "%s cannot be asked here: it %s".formatted(property.name(), why));
            });
  }
}
