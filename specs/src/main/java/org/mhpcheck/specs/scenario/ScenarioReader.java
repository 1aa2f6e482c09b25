package org.mhpcheck.specs.scenario;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.layout.Architecture;
import org.mhpcheck.model.question.Counts;
import org.mhpcheck.model.question.Expectation;
import org.mhpcheck.model.question.Question;
import org.mhpcheck.model.question.Scenario;
import org.mhpcheck.specs.toml.Located;
import org.mhpcheck.specs.toml.Problems;
import org.mhpcheck.specs.toml.SourceText;
import org.mhpcheck.specs.toml.Syntax;
import org.mhpcheck.specs.toml.Table;
import org.mhpcheck.specs.toml.UnreadableException;
import org.mhpcheck.specs.toml.Wording;

/** Reads a scenario file: what is asked of which designs, why, and what is expected. */
public final class ScenarioReader {
  static final String SUFFIX = ".toml";

  /** In {@code arches}: every architecture. */
  private static final String ALL = "all";

  private final List<Property> properties;
  private final List<Architecture> architectures;

  /**
   * @param properties the catalogue that scenarios name properties of
   */
  public ScenarioReader(List<Property> properties) {
    this(properties, Architectures.all());
  }

  ScenarioReader(List<Property> properties, List<Architecture> architectures) {
    this.properties = List.copyOf(properties);
    this.architectures = List.copyOf(architectures);
  }

  /**
   * The scenario in {@code file}, named by the file's own name.
   *
   * @throws UnreadableException with everything that is wrong with the file
   */
  public Scenario read(Path file) {
    String text = SourceText.of(file);
    String name = withoutSuffix(String.valueOf(file.getFileName()));
    return read(name.replaceAll("\\s+", "_"), file.toString(), text);
  }

  static String withoutSuffix(String file) {
    return file.endsWith(SUFFIX) ? file.substring(0, file.length() - SUFFIX.length()) : file;
  }

  /**
   * The scenario that {@code text} describes.
   *
   * @param file what problems call it
   * @throws UnreadableException with everything that is wrong with it
   */
  public Scenario read(String name, String file, String text) {
    Problems problems = new Problems(file);
    Table table = Syntax.parse(text, problems);
    String title = title(table, problems);
    String why = why(table, problems);
    Optional<Engine> engine = engine(table, problems);
    table.requires("designs", "designs = [\"v5.4\"]");
    List<Located<String>> designNames = table.names("designs").orElse(List.of());
    AskedDesigns designs = AskedDesigns.read(designNames, problems);
    Optional<List<Located<String>>> listed = table.names("properties");
    Optional<Question> question = engine.flatMap(e -> question(e, table, designs.all(), problems));
    Asked asked = Asked.of(properties, listed, question, problems);
    List<String> expectable = designNames.stream().map(Located::value).toList();
    boolean isExplored = engine.filter(e -> e != Engine.EXPLORE).isEmpty();
    ExpectReader reader = new ExpectReader(expectable, asked, isExplored, problems);
    Optional<Table> expect = table.table("expect");
    Map<String, Map<String, Expectation>> expected =
        expect.map(reader::read).map(designs::each).orElse(Map.of());
    Map<String, Counts> counts = expect.map(reader::counts).map(designs::each).orElse(Map.of());
    rejectOtherKeys(table, engine, problems);
    problems.throwIfAny();
    return new Scenario(
        name,
        title,
        why,
        question.orElseThrow(),
        designs.all(),
        asked.properties(),
        Optional.of(expected),
        counts);
  }

  private static String title(Table table, Problems problems) {
    table.requires("title", "title = \"one line\"");
    Optional<Located<String>> title = table.text("title");
    title
        .filter(t -> t.value().isBlank() || t.value().lines().count() > 1)
        .ifPresent(t -> problems.add(t.at(), Wording.quoted(t.value()), "one line as title"));
    return title.map(t -> t.value().strip()).orElse("");
  }

  private static String why(Table table, Problems problems) {
    table.requires("why", "why = \"what the scenario is good for\"");
    Optional<Located<String>> why = table.text("why");
    why.filter(w -> w.value().isBlank())
        .ifPresent(w -> problems.add(w.at(), "a blank why", "what the scenario is good for"));
    return why.map(w -> w.value().strip()).orElse("");
  }

  private static Optional<Engine> engine(Table table, Problems problems) {
    if (!table.has("engine")) {
      return Optional.of(Engine.EXPLORE);
    }
    Optional<Located<String>> name = table.text("engine");
    Optional<Engine> engine = name.flatMap(n -> Engine.named(n.value()));
    if (name.isPresent() && engine.isEmpty()) {
      problems.add(
          name.get().at(),
          Wording.quoted(name.get().value()),
          Wording.oneOf("an engine", name.get().value(), Engine.names()));
    }
    return engine;
  }

  private Optional<Question> question(
      Engine engine, Table table, List<Design> designs, Problems problems) {
    return switch (engine) {
      case EXPLORE -> new ExploreReader(table, designs, problems).read().map(q -> q);
      case COMPOSE ->
          new ExploreReader(table, designs, problems).readSmallest().map(Question.Compose::new);
      case PROVE ->
          architectures(table, problems)
              .map(Question.Prove::new)
              .map(q -> askable(q, table, designs, problems));
      case ARITHMETIC -> sizes(table, problems).map(q -> askable(q, table, designs, problems));
      case SAME -> same(table, designs, problems);
      case PLACEMENT -> new PlacementReader(table, architectures, problems).read();
    };
  }

  private static Question askable(
      Question question, Table table, List<Design> designs, Problems problems) {
    designs.stream()
        .flatMap(d -> question.refusedBy(d).stream())
        .forEach(
            why ->
                problems.add(
                    table.positionOf("designs"),
                    "a design that cannot be asked",
                    "designs that can (%s)".formatted(Wording.oneLine(why))));
    return question;
  }

  /** Two kernels can be asked of what both know. */
  private static Optional<Question> same(Table table, List<Design> designs, Problems problems) {
    table.requires("beside", "beside = \"v5.2\"");
    Optional<Design> beside =
        table.text("beside").stream()
            .flatMap(n -> AskedDesigns.read(List.of(n), problems).all().stream())
            .findFirst();
    List<Design> all = Stream.concat(designs.stream(), beside.stream()).toList();
    return new ExploreReader(table, all, problems)
        .read()
        .flatMap(calls -> beside.map(b -> new Question.Same(calls, b)));
  }

  /** Of architectures, of any parameters, or of both. */
  private Optional<Question> sizes(Table table, Problems problems) {
    int before = problems.count();
    boolean any = table.text("parameters").map(p -> isAny(p, problems)).orElse(false);
    if (any && !table.has("arches")) {
      return Optional.of(new Question.Sizes(List.of(), true));
    }
    List<String> names =
        table.names("arches").orElse(List.of()).stream().map(Located::value).toList();
    Optional<List<Architecture>> asked =
        names.equals(List.of(ALL)) ? Optional.of(architectures) : architectures(table, problems);
    return problems.count() > before
        ? Optional.empty()
        : asked.map(a -> new Question.Sizes(a, any));
  }

  private static boolean isAny(Located<String> parameters, Problems problems) {
    boolean any = parameters.value().equals("any");
    if (!any) {
      problems.add(parameters.at(), Wording.quoted(parameters.value()), "\"any\" as parameters");
    }
    return any;
  }

  private Optional<List<Architecture>> architectures(Table table, Problems problems) {
    int before = problems.count();
    table.requires("arches", "arches = [\"x86_64\"]");
    List<Architecture> found = new ArrayList<>();
    for (Located<String> name : table.names("arches").orElse(List.of())) {
      architectures.stream()
          .filter(a -> a.name().equals(name.value()))
          .findFirst()
          .ifPresentOrElse(found::add, () -> addNoArchitecture(name, problems));
    }
    return found.isEmpty() || problems.count() > before ? Optional.empty() : Optional.of(found);
  }

  private void addNoArchitecture(Located<String> name, Problems problems) {
    List<String> names = architectures.stream().map(Architecture::name).toList();
    problems.add(
        name.at(),
        Wording.quoted(name.value()),
        Wording.oneOf("an architecture", name.value(), names));
  }

  /** Where the engine is not known, the keys of every engine are let pass. */
  private static void rejectOtherKeys(Table table, Optional<Engine> engine, Problems problems) {
    for (Located<String> key : table.others()) {
      List<Engine> knowing = Engine.knowing(key.value());
      if (knowing.isEmpty()) {
        table.reject(key, "a key of a scenario");
      } else if (engine.isPresent()) {
        problems.add(
            key.at(),
            "the key %s of engine %s"
                .formatted(
                    Wording.quoted(key.value()),
                    knowing.stream().map(Engine::engineName).collect(Collectors.joining(" or "))),
            "keys of engine %s (%s)"
                .formatted(engine.get().engineName(), String.join(", ", engine.get().keys())));
      }
    }
  }
}
