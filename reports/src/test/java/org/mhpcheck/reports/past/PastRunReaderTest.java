package org.mhpcheck.reports.past;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.mhpcheck.damage.ReadOrRefused;
import org.mhpcheck.model.answer.ExitStatus;
import org.mhpcheck.model.answer.RunReport;
import org.mhpcheck.reports.RunMaker;
import org.mhpcheck.reports.json.RunWriter;

class PastRunReaderTest {
  private static final RunReport REPORT =
      RunMaker.run(
          false,
          ExitStatus.VIOLATED,
          RunMaker.violated(),
          RunMaker.holds(),
          RunMaker.vacuous(),
          RunMaker.inconclusive(),
          RunMaker.numbers());
  private static final byte[] WRITTEN = written(REPORT);

  private static byte[] written(RunReport report) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      new RunWriter().write(report, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static PastRun read(byte[] bytes) {
    return read(new ByteArrayInputStream(bytes));
  }

  private static PastRun read(InputStream in) {
    try {
      return PastRunReader.read("f", in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String with(String old, String now) {
    String text = new String(WRITTEN, StandardCharsets.UTF_8);
    assertTrue(text.contains(old), old);
    return text.replaceFirst(Pattern.quote(old), now);
  }

  private static void refused(String why, String text) {
    PastRunException e =
        assertThrows(
            PastRunException.class, () -> read(text.getBytes(StandardCharsets.UTF_8)), text);
    assertEquals(why, e.getMessage());
  }

  /** What is written is what is read: names, words and the number of the format are the same. */
  @Example
  void aRunIsReadAsItWasWritten() {
    assertEquals(PastRun.of(REPORT), read(WRITTEN));
    RunReport timeless = REPORT.withoutTiming();
    assertEquals(PastRun.of(timeless), read(written(timeless)));
    assertEquals(5, PastRun.of(REPORT).findings().size());
  }

  @Example
  void whatIsWrongIsSaidWithItsPlace() {
    refused("f:4:14: found 2, expected 1", with("\"format\" : 1", "\"format\" : 2"));
    refused(
        "f:2:12: found \"tlc\", expected \"mhpcheck\"",
        with("\"tool\" : \"mhpcheck\"", "\"tool\" : \"tlc\""));
    refused(
        "f:1:1: found no \"complete\" in it, expected a run of mhpcheck",
        with("\"complete\" : false,", ""));
    refused("f:8:16: found \"no\", expected true or false", with(": false", ": \"no\""));
    refused(
        "f:6:15: found \"soon\", expected a time such as 2025-01-02T03:04:05Z",
        with("2025-01-02T03:04:05Z", "soon"));
    refused("f:7:15: found 1e9, expected a number of seconds", with("2.750", "1e9"));
    refused(
        "f:9:18: found 256, expected a whole number from 0 to 255",
        with("\"exitStatus\" : 12", "\"exitStatus\" : 256"));
    refused(
        "f:8:23: found another \"complete\", expected one",
        with("\"complete\" : false", "\"complete\" : false, \"complete\" : true"));
    refused("f:1:1: found a list, expected a run of mhpcheck", "[]");
    refused("f:1:0: found the end of the file, expected a run of mhpcheck", "");
  }

  @Example
  void whatFollowsIsRefused() {
    String text = new String(WRITTEN, StandardCharsets.UTF_8);
    PastRunException e =
        assertThrows(
            PastRunException.class, () -> read((text + "{}").getBytes(StandardCharsets.UTF_8)));
    assertTrue(e.getMessage().endsWith("found an object, expected the end of the file"));
  }

  @Example
  void aMessageIsOneVisibleLine() {
    PastRunException e =
        assertThrows(
            PastRunException.class,
            () ->
                read(
                    with("\"mhpcheck\"", "\"\\\\u001b[2J\\\\n" + "x".repeat(500) + "\"")
                        .getBytes(StandardCharsets.UTF_8)));
    assertTrue(e.getMessage().contains("found \"\\u{1b}[2J\\u{a}xxx"), e.getMessage());
    assertTrue(e.getMessage().length() < 200, e.getMessage());
  }

  @Example
  void whatIsNoFileIsRefused() {
    assertEquals(
        "cannot read nowhere: there is no nowhere",
        assertThrows(PastRunException.class, () -> PastRunReader.read(Path.of("nowhere")))
            .getMessage());
  }

  /** Some 100 MB before the first finding. */
  @Example
  void whatIsPassedOverTakesNoMemory() {
    byte[] call = "{\"after\":[\"0101\"]},".getBytes(StandardCharsets.UTF_8);
    byte[] block = new byte[call.length * 50_000];
    for (int i = 0; i < block.length; i++) {
      block[i] = call[i % call.length];
    }
    String text = new String(WRITTEN, StandardCharsets.UTF_8);
    int at = text.indexOf("\"id\"");
    int blocks = 110;
    InputStream in =
        new SequenceInputStream(
            Collections.enumeration(
                Stream.of(
                        Stream.of(text.substring(0, at) + "\"huge\":[")
                            .map(s -> s.getBytes(StandardCharsets.UTF_8)),
                        Stream.generate(() -> block).limit(blocks),
                        Stream.of("0]," + text.substring(at))
                            .map(s -> s.getBytes(StandardCharsets.UTF_8)))
                    .flatMap(s -> s)
                    .map(b -> (InputStream) new ByteArrayInputStream(b))
                    .toList()));
    assertEquals(PastRun.of(REPORT), read(in));
  }

  @Example
  void aDeepNestIsRefused() {
    String deep = with("\"id\"", "\"deep\" : " + "[".repeat(100_000));
    PastRunException e =
        assertThrows(PastRunException.class, () -> read(deep.getBytes(StandardCharsets.UTF_8)));
    assertTrue(e.getMessage().contains("not JSON"), e.getMessage());
  }

  /** And not what the parser says of its own options. */
  @Example
  void whereAFileWasCutOffIsSaid() {
    PastRunException e =
        assertThrows(
            PastRunException.class,
            () -> read("{\n\"tool\" : \"mhpcheck\"".getBytes(StandardCharsets.UTF_8)));
    assertEquals(
        "f:2:20: not JSON: Unexpected end-of-input: expected close marker for Object",
        e.getMessage());
  }

  @Property
  void aFileThatWasCutOffIsRefused(@ForAll("cuts") int end) {
    assertThrows(PastRunException.class, () -> read(Arrays.copyOf(WRITTEN, end)));
  }

  @Provide
  Arbitrary<Integer> cuts() {
    return Arbitraries.integers().between(0, WRITTEN.length - 3);
  }

  /** Tokens of JSON where others belong: closer to what is read than any bytes are. */
  @Property(tries = 3000)
  void otherValuesAreReadOrRefused(@ForAll("values") String value, @ForAll Random random) {
    String text = new String(WRITTEN, StandardCharsets.UTF_8);
    List<Integer> colons =
        IntStream.range(0, text.length() - 3)
            .filter(i -> text.startsWith(" : ", i))
            .boxed()
            .toList();
    int at = colons.get(random.nextInt(colons.size())) + 3;
    int end = at;
    while (",\n".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    readOrRefuse(
        (text.substring(0, at) + value + text.substring(end)).getBytes(StandardCharsets.UTF_8));
  }

  @Provide
  Arbitrary<String> values() {
    return Arbitraries.of(
        "null",
        "true",
        "-1",
        "9223372036854775808",
        "1e999999999",
        "1".repeat(2000),
        "{}",
        "[]",
        "[[{}]]",
        "\"\"",
        "\"\\ud800\"",
        "\"HOLDS\"",
        "NaN");
  }

  private static void readOrRefuse(byte[] bytes) {
    ReadOrRefused.by(PastRunException.class, "f", () -> read(bytes));
  }
}
