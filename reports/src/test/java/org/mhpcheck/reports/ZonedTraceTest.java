package org.mhpcheck.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mhpcheck.model.answer.Trace;
import org.mhpcheck.model.state.Spans;
import org.mhpcheck.reports.itf.ItfReader;
import org.mhpcheck.reports.itf.ItfWriter;
import org.mhpcheck.reports.itf.TraceFile;
import org.mhpcheck.reports.terminal.TraceWriter;

/** Spans and struct pages are in a trace where they are kept, and nowhere else. */
class ZonedTraceTest {
  @TempDir Path directory;

  private static String text(Trace trace) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new TraceWriter(new PrintStream(bytes, true, StandardCharsets.UTF_8), 200, /* colour= */ false)
        .write(trace);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static String itf(Trace trace) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new ItfWriter("test").write("scenario", trace, bytes);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private TraceFile read(String itf) throws IOException {
    return ItfReader.read(Files.writeString(directory.resolve("t.itf.json"), itf));
  }

  @Test
  void peopleReadThem() {
    String text = text(ZonedTrace.b20());
    assertTrue(
        text.contains("  spans  ZONE_NORMAL nothing, ZONE_DEVICE nothing, node nothing"), text);
    assertTrue(text.contains("   move_pfn_range_to_zone(ZONE_DEVICE, 1.0 to 1.1)"), text);
    assertTrue(text.contains("     ZONE_DEVICE  nothing -> 1.0 to 1.1"), text);
    assertTrue(text.contains("     section 1 pages  .. -> wv"), text);
    assertTrue(text.contains("   page_zone(1.0 to 1.1) = ZONE_DEVICE"), text);
    assertTrue(text.contains("     memunmap_pages: the zone or node of a struct page"), text);
    // In the order in which they are done: the struct pages after the section is there.
    assertTrue(
        text.indexOf("sparse_add_section(") < text.indexOf("memmap_init_zone_device("), text);
    assertTrue(text.indexOf("__remove_zone(") < text.indexOf("sparse_remove_section("), text);
  }

  @Test
  void aFileHasThem() throws IOException {
    Trace trace = ZonedTrace.b20();
    TraceFile file = read(itf(trace));
    assertEquals(trace.script(), file.script());
    assertEquals(
        new TraceFile.State(0, trace.boot(), Optional.of(Spans.EMPTY)), file.states().get(0));
    for (int i = 0; i < trace.depth(); i++) {
      Trace.TracedCall call = trace.calls().get(i);
      assertEquals(
          new TraceFile.State(call.rc().code(), call.after(), call.spans()),
          file.states().get(i + 1));
    }
  }

  @Test
  void withoutZonesNothingOfThemIsWritten() throws IOException {
    Trace trace = TraceMaker.b01();
    for (String written : new String[] {itf(trace), text(trace)}) {
      assertFalse(written.contains("pages\""), written);
      assertFalse(written.contains("spans"), written);
      assertFalse(written.contains("first_section"), written);
      assertFalse(written.contains("ZONE_NORMAL"), written);
    }
    assertEquals(Optional.empty(), read(itf(trace)).states().get(0).spans());
    assertEquals(Optional.empty(), read(itf(trace)).script().machine().world().zones());
  }
}
