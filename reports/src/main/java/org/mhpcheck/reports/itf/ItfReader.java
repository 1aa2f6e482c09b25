package org.mhpcheck.reports.itf;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.mhpcheck.reports.text.IoReason;
import org.mhpcheck.reports.text.NotJson;
import org.mhpcheck.reports.text.Words;

/** Reads a trace file back: what was done, and what is said to have come of it. */
public final class ItfReader {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private ItfReader() {}

  /**
   * Reads {@code file}.
   *
   * @throws TraceFileException if it cannot be read, or is not a trace that mhpcheck wrote
   */
  public static TraceFile read(Path file) {
    String name = Words.visible(file.toString());
    try (InputStream in = Files.newInputStream(file)) {
      return read(name, in);
    } catch (IOException e) {
      throw new TraceFileException(
          "cannot read %s: %s".formatted(name, Words.visible(IoReason.of(e))));
    }
  }

  /** As {@link #read(Path)}, from a stream that {@code name} stands for in messages. */
  static TraceFile read(String name, InputStream in) throws IOException {
    JsonNode root;
    try {
      root = MAPPER.readTree(in);
    } catch (JsonProcessingException e) {
      throw new TraceFileException(
          "%s%s: not JSON: %s"
              .formatted(name, position(e.getLocation()), NotJson.why(e.getOriginalMessage())));
    } catch (CharConversionException e) {
      throw new TraceFileException(
          "%s: not JSON: %s".formatted(name, Words.visible(e.getMessage())));
    }
    return new TraceFileReader(new Place(name, "", root)).read();
  }

  private static String position(JsonLocation at) {
    return at == null || at.getLineNr() < 1
        ? ""
        : ":%d:%d".formatted(at.getLineNr(), at.getColumnNr());
  }
}
