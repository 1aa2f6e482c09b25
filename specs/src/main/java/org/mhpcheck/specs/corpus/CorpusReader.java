package org.mhpcheck.specs.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mhpcheck.model.design.Change;
import org.mhpcheck.model.design.Change.Confidence;
import org.mhpcheck.specs.toml.Located;
import org.mhpcheck.specs.toml.Problems;
import org.mhpcheck.specs.toml.Syntax;
import org.mhpcheck.specs.toml.Table;
import org.mhpcheck.specs.toml.Wording;

/** Reads a file of bugs: one table each, named by its id. */
final class CorpusReader {
  private static final Pattern ID = Pattern.compile("[BL][0-9]{2}");
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{12}");
  private static final Pattern RELEASE = Pattern.compile("v[0-9]+\\.[0-9]+");

  private static final List<String> CONFIDENCES =
      Stream.of(Confidence.values()).map(CorpusReader::name).toList();

  private final Problems problems;

  private CorpusReader(Problems problems) {
    this.problems = problems;
  }

  /**
   * @param file what problems call it
   * @throws org.mhpcheck.specs.toml.UnreadableException with everything that is wrong with it
   */
  static Corpus read(String file, String text) {
    Problems problems = new Problems(file);
    CorpusReader reader = new CorpusReader(problems);
    Table table = Syntax.parse(text, problems);
    List<Entry> entries = new ArrayList<>();
    for (Located<String> id : table.keys()) {
      reader.requireId(id);
      table.table(id.value()).map(t -> reader.entry(id, t)).ifPresent(entries::add);
    }
    problems.throwIfAny();
    return new Corpus(entries);
  }

  private void requireId(Located<String> id) {
    if (!ID.matcher(id.value()).matches()) {
      problems.add(
          id.at(),
          "the bug " + Wording.quoted(id.value()),
          "an id such as B01 or L01, in capitals");
    }
  }

  private Entry entry(Located<String> id, Table table) {
    String title = line(table, "title", "the bug in one line").orElse("");
    String story = text(table, "story", "what went wrong, for whom, and what mended it").orElse("");
    table.requires("functions", "functions = [\"section_deactivate\"]");
    List<String> functions =
        table.names("functions").orElse(List.of()).stream().map(Located::value).toList();
    String affected = line(table, "affected", "v5.3 and v5.4").orElse("");
    Optional<Change> mender = table.text("change").flatMap(this::change);
    Optional<Change> brought = table.text("brought").flatMap(this::change);
    Optional<Entry.Fix> fix = table.table("fix").map(this::fix);
    Optional<Confidence> confidence = confidence(table);
    Optional<String> absent =
        table.has("absent")
            ? line(table, "absent", "why no scenario asks for it")
            : Optional.empty();
    table.rejectOthers("a key of a bug");
    Entry entry =
        new Entry(
            id.value(),
            title,
            story,
            functions,
            affected,
            mender,
            brought,
            fix,
            confidence.orElse(Confidence.MEMORY),
            absent);
    Stream.of("change", "fix").filter(table::has).forEach(k -> requireSaidOnce(table, k, entry));
    if (entry.isLatent() && table.has("brought")) {
      problems.add(
          table.positionOf("brought"),
          "a brought of " + entry.id(),
          "none of a bug that is not mended: the change that brought it bears its id");
    }
    if (mender.isPresent() && fix.isPresent()) {
      problems.add(table.positionOf("fix"), "a fix beside a change", "one of both");
    }
    return entry;
  }

  /**
   * What is catalogued has its subject, hash and release there, and its slug says what it mends.
   */
  private void requireSaidOnce(Table table, String key, Entry entry) {
    String found = "a %s of %s".formatted(key, entry.id());
    if (entry.isLatent()) {
      problems.add(table.positionOf(key), found, "none of a bug that is not mended");
    }
    entry
        .bearingItsId()
        .findFirst()
        .ifPresent(
            c ->
                problems.add(
                    table.positionOf(key),
                    found,
                    "none, as the change %s is catalogued".formatted(c.slug())));
  }

  private Optional<Change> change(Located<String> name) {
    Optional<Change> change =
        Stream.of(Change.values()).filter(c -> c.isNamed(name.value())).findFirst();
    if (change.isEmpty()) {
      problems.add(
          name.at(),
          Wording.quoted(name.value()),
          Wording.oneOf(
              "a catalogued change",
              name.value(),
              Stream.of(Change.values()).map(Change::slug).toList()));
    }
    return change;
  }

  private Entry.Fix fix(Table table) {
    Entry.Fix fix =
        new Entry.Fix(
            line(table, "subject", "the commit's").orElse(""),
            like(table, "hash", HASH, "12 hexadecimal digits"),
            like(table, "release", RELEASE, "a release such as v5.9"));
    table.rejectOthers("a key of a fix");
    return fix;
  }

  private Optional<Confidence> confidence(Table table) {
    table.requires("confidence", "confidence = \"source\"");
    Optional<Located<String>> word = table.text("confidence");
    Optional<Confidence> confidence =
        word.flatMap(
            w -> Stream.of(Confidence.values()).filter(c -> name(c).equals(w.value())).findFirst());
    if (word.isPresent() && confidence.isEmpty()) {
      problems.add(
          word.get().at(),
          Wording.quoted(word.get().value()),
          Wording.oneOf("a confidence", word.get().value(), CONFIDENCES));
    }
    return confidence;
  }

  private static String name(Confidence confidence) {
    return confidence.name().toLowerCase(Locale.ROOT);
  }

  private Optional<String> like(Table table, String key, Pattern pattern, String expected) {
    Optional<Located<String>> text = table.text(key);
    text.filter(t -> !pattern.matcher(t.value()).matches())
        .ifPresent(t -> problems.add(t.at(), Wording.quoted(t.value()), expected + " as " + key));
    return text.map(Located::value);
  }

  private Optional<String> line(Table table, String key, String example) {
    Optional<Located<String>> line = required(table, key, example);
    line.filter(l -> l.value().isBlank() || l.value().lines().count() > 1)
        .ifPresent(l -> problems.add(l.at(), Wording.quoted(l.value()), "one line as " + key));
    return line.map(l -> l.value().strip());
  }

  private Optional<String> text(Table table, String key, String example) {
    Optional<Located<String>> text = required(table, key, example);
    text.filter(t -> t.value().isBlank())
        .ifPresent(t -> problems.add(t.at(), "a blank " + key, example));
    return text.map(t -> t.value().strip());
  }

  private static Optional<Located<String>> required(Table table, String key, String example) {
    table.requires(key, "%s = \"%s\"".formatted(key, example));
    return table.text(key);
  }
}
