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
import java.util.Map;
import org.mhpcheck.reports.past.JsonCursor.Value;
import org.mhpcheck.reports.text.IoReason;
import org.mhpcheck.reports.text.NotJson;
import org.mhpcheck.reports.text.Words;

/** The {@code summary.json} of a run, opened as something that anybody may have written. */
final class RunFile {
  static final String NAME = "summary.json";

  /** What it holds, for who misses something in it. */
  static final String WHAT = "a run of mhpcheck";

  private static final String TOOL = "mhpcheck";

  /** Of the file; one of another is refused, since what is in it may mean something else. */
  private static final long FORMAT = 1;

  private static final int LONGEST_TEXT = 4_000_000;
  private static final int MOST_DIGITS = 1000;

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
  static final Map<String, Value<?>> HEAD =
      Map.of(
          "tool",
          c -> c.named(new String[] {TOOL}, t -> t),
          "format",
          c -> c.constant(FORMAT),
          "version",
          JsonCursor::text,
          "command",
          JsonCursor::text,
          "started",
          JsonCursor::instant);

  private RunFile() {}

  /** How much of a file is read, from its beginning. */
  interface Extent<T> {
    T read(JsonCursor at) throws IOException;
  }

  /**
   * Reads from the run at {@code path}: its directory, or its {@code summary.json} under any name.
   *
   * @throws PastRunException if it cannot be read
   */
  static <T> T read(Path path, Extent<T> extent) {
    Path file = Files.isDirectory(path) ? path.resolve(NAME) : path;
    String name = Words.visible(file.toString());
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new PastRunException(name + ": not a regular file");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return read(name, in, extent);
    } catch (IOException e) {
      throw new PastRunException(
          "cannot read %s: %s".formatted(name, Words.visible(IoReason.of(e))));
    }
  }

  /** As {@link #read(Path, Extent)}, from a stream that {@code name} stands for in messages. */
  static <T> T read(String name, InputStream in, Extent<T> extent) throws IOException {
    try (JsonParser json = FACTORY.createParser(in)) {
      json.nextToken();
      return extent.read(new JsonCursor(name, json));
    } catch (JsonProcessingException e) {
      throw notJson(JsonCursor.where(name, e.getLocation()), e.getOriginalMessage());
    } catch (CharConversionException e) {
      throw notJson(name, e.getMessage());
    }
  }

  private static PastRunException notJson(String where, String why) {
    return new PastRunException("%s: not JSON: %s".formatted(where, NotJson.why(why)));
  }

  /** The command of a run; what another program wrote is refused. */
  static String command(JsonFields fields) {
    fields.get("tool", String.class);
    fields.get("format", Long.class);
    return fields.get("command", String.class);
  }
}
