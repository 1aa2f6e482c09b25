package org.mhpcheck.reports.past;

import java.io.IOException;
import java.util.Map;
import org.mhpcheck.model.answer.CompiledFrom;
import org.mhpcheck.reports.past.JsonCursor.Value;

/** Reads what is kept of a compiled kernel. */
final class KernelReader {
  /** A tree has tens of files that are read, and hundreds of names. */
  private static final int MOST_NAMES = 100_000;

  private static final Map<String, Value<?>> TEXTS =
      Map.of("functions", KernelReader::digests, "definitions", KernelReader::digests);

  private static final Map<String, Value<?>> KERNEL =
      Map.of(
          "name",
          JsonCursor::text,
          "tree",
          JsonCursor::text,
          "files",
          KernelReader::digests,
          "texts",
          KernelReader::texts);

  private record Digests(Map<String, String> byName) {}

  private KernelReader() {}

  static PastKernel read(JsonCursor at) throws IOException {
    JsonFields fields = at.object("a compiled kernel", KERNEL);
    return new PastKernel(
        fields.get("name", String.class),
        fields.get("tree", String.class),
        digests(fields, "files"),
        fields.find("texts", CompiledFrom.Texts.class));
  }

  private static CompiledFrom.Texts texts(JsonCursor at) throws IOException {
    JsonFields fields = at.object("texts of a compiled kernel", TEXTS);
    return new CompiledFrom.Texts(digests(fields, "functions"), digests(fields, "definitions"));
  }

  private static Map<String, String> digests(JsonFields fields, String name) {
    return fields.get(name, Digests.class).byName();
  }

  private static Digests digests(JsonCursor at) throws IOException {
    return new Digests(
        Map.copyOf(at.map(MOST_NAMES, c -> c.text("[0-9a-f]{64}", "64 hexadecimal digits"))));
  }
}
