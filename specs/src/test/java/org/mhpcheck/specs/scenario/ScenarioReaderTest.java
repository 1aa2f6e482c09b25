package org.mhpcheck.specs.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mhpcheck.model.caller.Arch;
import org.mhpcheck.model.caller.Caller;
import org.mhpcheck.model.caller.World;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.kernel.BootLayout;
import org.mhpcheck.model.layout.Architecture;
import org.mhpcheck.model.question.Counts;
import org.mhpcheck.model.question.Expectation;
import org.mhpcheck.model.question.Expectation.Word;
import org.mhpcheck.model.question.Limits;
import org.mhpcheck.model.question.Question;
import org.mhpcheck.model.question.Scenario;
import org.mhpcheck.model.state.Geometry;
import org.mhpcheck.specs.toml.UnreadableException;

class ScenarioReaderTest {
  private static Scenario read(String text) {
    return Samples.reader().read("name", "file.toml", text);
  }

  private static Expectation plain(Word word) {
    return new Expectation(word, Optional.empty(), Optional.empty());
  }

  @Test
  void readsEveryKeyOfExplore() {
    Scenario scenario = read(Samples.file("explore.toml"));
    assertEquals("name", scenario.name());
    assertEquals("Everything explore can be told", scenario.title());
    assertEquals("Every key is here\nonce.", scenario.why());
    assertEquals(
        new Question.Explore(
            new Geometry(2, 8),
            List.of(new BootLayout("upper-half"), new BootLayout("10000001")),
            List.of(Caller.DEVICE, Caller.DIRECT),
            List.of(Altmap.ALTMAP, Altmap.NONE),
            true,
            new Limits(
                Optional.of(6),
                Optional.of(Duration.ofMinutes(5)),
                Optional.of(5_000_000_000L),
                Optional.of(2L << 30))),
        scenario.question());
    assertEquals(
        List.of(Design.parse("v5.4"), Design.parse("v5.4+8068df3b6037")), scenario.designs());
    assertEquals(
        List.of(Samples.BOOT_USAGE, Samples.USAGE_PRESENT, Samples.ADD_FAILS),
        scenario.properties());
    assertEquals(
        Optional.of(
            Map.of(
                "v5.4",
                Map.of(
                    "boot-usage-never-freed",
                    new Expectation(Word.VIOLATED, Optional.of(3), Optional.of("L01")),
                    "usage-present",
                    plain(Word.VACUOUS)),
                "v5.4+8068df3b6037",
                Map.of("add-fails-cleanly", plain(Word.INCONCLUSIVE)))),
        scenario.expected());
  }

  @Test
  void readsWhatCallsAreMadeOn() {
    String world = "arch = \"s390\"\nblock = 2\nnode = 1023\n";
    Question question =
        read(Samples.GOOD.replace("sections = 1", "sections = 4") + world).question();
    assertEquals(
        new World(new Geometry(4, 4), Arch.S390, 2, 1023), ((Question.Explore) question).world());
  }

  @Test
  void readsHowLargeAStateSpaceIs() {
    Scenario scenario =
        read(Samples.GOOD + "expect.\"v5.4\" = { states = 12, usage-present = \"vacuous\" }\n");
    Design design = scenario.designs().get(0);
    assertEquals(new Counts(Optional.of(12L), Optional.empty()), scenario.counts(design));
    assertEquals(
        Optional.of(plain(Word.VACUOUS)), scenario.expectation(design, Samples.USAGE_PRESENT));
  }

  /** And what is expected of a range is expected of each of its releases. */
  @Test
  void aRangeIsEachOfLinussReleases() {
    Scenario scenario =
        read(
            Samples.GOOD.replace("\"v5.4\"", "\"v6.11..v6.13\", \"v6.12-debian\"")
                + "expect.\"v6.11..v6.13\".usage-present = \"vacuous\"\n");
    assertEquals(
        List.of("v6.11", "v6.12", "v6.13", "v6.12-debian"),
        scenario.designs().stream().map(Design::name).toList());
    for (Design design : scenario.designs()) {
      assertEquals(
          Optional.of(
              design.name().equals("v6.12-debian") ? Expectation.HOLDS : plain(Word.VACUOUS)),
          scenario.expectation(design, Samples.USAGE_PRESENT));
    }
  }

  /** What both ends are configured without, all are. */
  @Test
  void aRangeIsConfiguredAsItsEnds() {
    Scenario scenario =
        read(Samples.GOOD.replace("\"v5.4\"", "\"v5.6-vmemmap..v5.8-vmemmap\", \"v5.7\""));
    assertEquals(
        List.of("v5.6-vmemmap", "v5.7-vmemmap", "v5.8-vmemmap", "v5.7"),
        scenario.designs().stream().map(Design::name).toList());
  }

  /** The dots of a series are no range. */
  @Test
  void aDesignOfASeriesIsOne() {
    Scenario scenario = read(Samples.GOOD.replace("\"v5.4\"", "\"v5.2+1..9\", \"v5.2..v5.2\""));
    assertEquals(
        List.of("v5.2+1..9", "v5.2"), scenario.designs().stream().map(Design::name).toList());
  }

  @Test
  void whatIsNotSaidHasDefaults() {
    Scenario scenario = read(Samples.GOOD);
    assertEquals(
        new Question.Explore(
            new Geometry(1, 4),
            BootLayout.DEFAULTS,
            List.of(Caller.DIRECT),
            List.of(Altmap.NONE),
            false,
            Limits.NONE),
        scenario.question());
    assertEquals(
        List.of(Samples.USAGE_PRESENT, Samples.BOOT_USAGE, Samples.ADD_FAILS),
        scenario.properties());
    assertEquals(
        Optional.of(Expectation.HOLDS),
        scenario.expectation(Design.parse("v5.4"), Samples.BOOT_USAGE));
  }

  @Test
  void onlyPropertiesThatApplyAreAskedByDefault() {
    assertEquals(
        List.of(Samples.USAGE_PRESENT),
        read(Samples.GOOD + "boot = [\"absent\"]\ncallers = [\"device\"]\n").properties());
  }

  @Test
  void aPropertyWithUnmetNeedsIsAskedWhereItIsListed() {
    assertEquals(
        List.of(Samples.BOOT_USAGE),
        read(Samples.GOOD
                + "boot = [\"absent\"]\nproperties = [\"boot-usage-never-freed\"]\n"
                + "expect.\"v5.4\".boot-usage-never-freed = \"vacuous\"\n")
            .properties());
  }

  @Test
  void readsCompose() {
    Question.Compose question = (Question.Compose) read(compose("block = 2\n")).question();
    assertEquals(2, question.unit());
    assertEquals(8, question.subsections());
    assertEquals(6, question.over(6).geometry().sections());
    assertEquals("compose", question.engine());
    assertEquals(1, ((Question.Compose) read(compose("")).question()).unit());
  }

  @Test
  void refusesOneNumberOfSectionsAndABoundOnCallsOfCompose() {
    refuses(compose("sections = 2\n"), "sections");
    refuses(compose("limits = { depth = 2 }\n"), "a depth");
    refuses(compose("block = 9\n"), "block");
  }

  private static void refuses(String text, String what) {
    String message = assertThrows(UnreadableException.class, () -> read(text)).getMessage();
    assertTrue(message.contains(what), message);
  }

  /** A scenario of any number of sections, with {@code more} in it. */
  private static String compose(String more) {
    return Samples.GOOD
            .replaceAll("(?m)^sections = .*\n", "")
            .replaceAll("(?m)^subsections = .*$", "subsections = 8")
        + "engine = \"compose\"\n"
        + more;
  }

  @Test
  void readsProve() {
    Scenario scenario = read(Samples.file("prove.toml"));
    assertEquals(List.of("s390", "x86_64"), names(scenario.question()));
    assertEquals("prove", scenario.question().engine());
    assertEquals(
        List.of(Samples.USAGE_PRESENT, Samples.BOOT_USAGE, Samples.ADD_FAILS),
        scenario.properties());
    assertEquals(Optional.of(Map.of()), scenario.expected());
  }

  @Test
  void readsArithmetic() {
    Scenario scenario = read(Samples.file("arithmetic.toml"));
    assertEquals(List.of("ppc64"), names(scenario.question()));
    assertEquals("arithmetic", scenario.question().engine());
    assertTrue(((Question.Sizes) scenario.question()).anyParameters());
    assertEquals(List.of(Samples.ALIGNED), scenario.properties());
    assertEquals(
        Optional.of(plain(Word.VIOLATED)),
        scenario.expectation(Design.parse("v5.3"), Samples.ALIGNED));
  }

  @Test
  void sizesAreAskedOfArchitecturesOfAnyParametersOrOfBoth() {
    String file = Samples.file("arithmetic.toml");
    Question.Sizes all = (Question.Sizes) read(file.replace("ppc64", "all")).question();
    assertEquals(Architectures.all(), all.architectures());
    Question.Sizes any = (Question.Sizes) read(file.replace("arches = [\"ppc64\"]", "")).question();
    assertEquals(List.of(), any.architectures());
    assertTrue(any.anyParameters());
    Question.Sizes one = (Question.Sizes) read(file.replace("parameters = \"any\"", "")).question();
    assertFalse(one.anyParameters());
    assertEquals(List.of("ppc64"), names(one));
  }

  private static List<String> names(Question question) {
    List<Architecture> architectures =
        question instanceof Question.Prove prove
            ? prove.architectures()
            : ((Question.Sizes) question).architectures();
    return architectures.stream().map(Architecture::name).toList();
  }

  @Test
  void aFileIsNamedByItsOwnName(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("mine.toml"), Samples.GOOD);
    assertEquals("mine", Samples.reader().read(file).name());
    assertEquals("mine", new ScenarioCatalogue(Samples.PROPERTIES).read(file).name());
  }

  @Test
  void linesMayEndAsOnWindows() {
    assertEquals("w", read(Samples.GOOD.replace("\n", "\r\n")).why());
  }

  @Test
  void aBootUsageMayBeFoundBrokenBeforeAnyCall() {
    assertTrue(
        read(Samples.GOOD + "expect.\"v5.4\".usage-present = { verdict = \"violated\", depth = 0 }")
            .expected()
            .isPresent());
  }
}
