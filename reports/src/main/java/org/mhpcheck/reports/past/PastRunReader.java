package org.mhpcheck.reports.past;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.mhpcheck.model.answer.Finding;
import org.mhpcheck.model.question.Expectation;
import org.mhpcheck.reports.past.JsonCursor.Value;
import org.mhpcheck.reports.text.IoReason;
import org.mhpcheck.reports.text.Words;

/** Reads what is kept of a run from its {@code summary.json}, of which most is passed over. */
public final class PastRunReader {
  /** The file of a run's directory that is read. */
  public static final String FILE = "summary.json";

  private static final String TOOL = "mhpcheck";

  /** Of the file; one of another is refused, since what is in it may mean something else. */
  private static final long FORMAT = 1;

  private static final int MOST_FINDINGS = 1_000_000;
  private static final int LONGEST_TEXT = 4_000_000;
  private static final int MOST_DIGITS = 1000;
  private static final long HIGHEST_STATUS = 255;

  private static final String FINDINGS = "findings";

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          // Names of a foreign file are not to be kept for as long as the process lives.
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(LONGEST_TEXT)
                  .maxNumberLength(MOST_DIGITS)
                  .build())
          .build();

  /** What stands before the findings, and says already whether they are of interest. */
  private static final Map<String, Value<?>> HEAD =
      Map.of(
          "tool",
          c -> c.named(new String[] {TOOL}, t -> t),
          "format",
          PastRunReader::format,
          "version",
          JsonCursor::text,
          "command",
          JsonCursor::text,
          "started",
          JsonCursor::instant);

  private static final Map<String, Value<?>> RUN =
      Map.of(
          "seconds",
          JsonCursor::seconds,
          "complete",
          JsonCursor::truth,
          "exitStatus",
          c -> c.number(HIGHEST_STATUS),
          FINDINGS,
          c -> new Findings(c.list(MOST_FINDINGS, PastRunReader::finding)));

  private static final Map<String, Value<?>> REACH =
      Map.of("word", JsonCursor::text, "text", JsonCursor::text);

  private static final Map<String, Value<?>> STATISTICS =
      Map.of(
          "states",
          c -> c.number(Long.MAX_VALUE),
          "transitions",
          c -> c.number(Long.MAX_VALUE),
          "seconds",
          JsonCursor::seconds);

  private static final Map<String, Value<?>> FINDING =
      Map.of(
          "id",
          JsonCursor::text,
          "fingerprint",
          c -> c.text("[0-9a-f]{32}", "32 hexadecimal digits"),
          "verdict",
          c -> c.named(Expectation.Word.values(), Enum::name),
          "grade",
          c -> c.named(Finding.Grade.values(), Finding.Grade::word),
          "reach",
          PastRunReader::reach,
          "depth",
          c -> c.number(Integer.MAX_VALUE),
          "statistics",
          c -> c.object("statistics", STATISTICS));

  private record Findings(List<PastFinding> all) {}

  /**
   * The beginning of a run.
   *
   * @param started {@link Instant#MIN} where the run was told without times
   */
  record Head(String command, Instant started) {}

  private PastRunReader() {}

  /**
   * Reads the run at {@code path}: its directory, or its {@code summary.json} under any name.
   *
   * @throws PastRunException if it cannot be read, or is not a run that mhpcheck wrote whole
   */
  public static PastRun read(Path path) {
    return read(path, PastRunReader::read);
  }

  /** As {@link #read(Path)}, but no further than to the findings. */
  static Head readHead(Path path) {
    return read(path, PastRunReader::readHead);
  }

  /** How much of a file is read. */
  private interface Extent<T> {
    T read(String name, InputStream in) throws IOException;
  }

  private static <T> T read(Path path, Extent<T> extent) {
    Path file = Files.isDirectory(path) ? path.resolve(FILE) : path;
    String name = Words.visible(file.toString());
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new PastRunException(name + ": not a regular file");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return extent.read(name, in);
    } catch (IOException e) {
      throw new PastRunException(
          "cannot read %s: %s".formatted(name, Words.visible(IoReason.of(e))));
    }
  }

  /** As {@link #read(Path)}, from a stream that {@code name} stands for in messages. */
  static PastRun read(String name, InputStream in) throws IOException {
    try (JsonParser json = FACTORY.createParser(in)) {
      json.nextToken();
      JsonCursor cursor = new JsonCursor(name, json);
      JsonFields fields = cursor.object("a run of mhpcheck", JsonCursor.both(HEAD, RUN));
      cursor.requireEnd();
      return run(fields);
    } catch (JsonProcessingException e) {
      throw notJson(JsonCursor.where(name, e.getLocation()), e.getOriginalMessage());
    } catch (CharConversionException e) {
      throw notJson(name, e.getMessage());
    }
  }

  private static Head readHead(String name, InputStream in) throws IOException {
    try (JsonParser json = FACTORY.createParser(in)) {
      json.nextToken();
      JsonFields fields =
          new JsonCursor(name, json).objectUpTo(FINDINGS, "a run of mhpcheck", HEAD);
      return new Head(command(fields), fields.find("started", Instant.class).orElse(Instant.MIN));
    } catch (JsonProcessingException e) {
      throw notJson(JsonCursor.where(name, e.getLocation()), e.getOriginalMessage());
    } catch (CharConversionException e) {
      throw notJson(name, e.getMessage());
    }
  }

  private static PastRunException notJson(String where, String why) {
    return new PastRunException("%s: not JSON: %s".formatted(where, Words.visible(why)));
  }

  private static Long format(JsonCursor at) throws IOException {
    return at.constant(FORMAT);
  }

  /** Refuses what another program wrote. */
  private static String command(JsonFields fields) {
    fields.get("tool", String.class);
    fields.get("format", Long.class);
    return fields.get("command", String.class);
  }

  private static PastRun run(JsonFields fields) {
    String command = command(fields);
    return new PastRun(
        fields.get("version", String.class),
        command,
        fields.find("started", Instant.class),
        fields.find("seconds", Duration.class),
        fields.get("complete", Boolean.class),
        fields.get("exitStatus", Long.class).intValue(),
        List.copyOf(fields.get(FINDINGS, Findings.class).all()));
  }

  private static PastFinding finding(JsonCursor at) throws IOException {
    JsonFields fields = at.object("a finding", FINDING);
    JsonFields statistics = fields.get("statistics", JsonFields.class);
    return new PastFinding(
        fields.get("id", String.class),
        fields.get("fingerprint", String.class),
        fields.get("verdict", Expectation.Word.class),
        fields.get("grade", Finding.Grade.class),
        fields.get("reach", PastReach.class),
        fields.get("depth", Long.class).intValue(),
        statistics.get("states", Long.class),
        statistics.get("transitions", Long.class),
        statistics.find("seconds", Duration.class));
  }

  private static PastReach reach(JsonCursor at) throws IOException {
    JsonFields fields = at.object("a reach", REACH);
    return new PastReach(fields.get("word", String.class), fields.get("text", String.class));
  }
}
