package org.mhpcheck.checker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What someone reads who was given B01's page, or a mail about it, and nothing else. */
class ToldToPeopleTest {
  private static final String B01 = "history/b01-readded-early-usage";
  private static final int COLUMNS = 72;

  @TempDir static Path directory;

  @BeforeAll
  static void runIt() {
    CommandLineRun.withOut(
            "nightly", directory, "--quiet --only %s --mail %s".formatted(B01, mail()))
        .endsWith(0);
  }

  private static Path mail() {
    return directory.resolve("mail.txt");
  }

  /** Text without tags, on one line. */
  private static String page() throws IOException {
    return Files.readString(directory.resolve("out/index.html"))
        .replaceAll("(?s)<style>.*?</style>|<script>.*?</script>|<[^>]*>", " ")
        .replace("&#34;", "\"")
        .replace("&#39;", "'")
        .replaceAll("\\s+", " ");
  }

  private static void assertTells(String text) {
    // Which call freed what.
    assertTrue(text.contains("3. arch_remove_memory(section 1, subsections 0-3)"), text);
    assertTrue(
        text.contains("section_deactivate: kfree() of a usage that the boot allocator made"), text);
    // Why that is wrong.
    assertTrue(text.contains("No usage that the boot allocator made reaches kfree()."), text);
    assertTrue(text.contains("Boot usages are packed into an array"), text);
    // What mends it.
    assertTrue(text.contains("8068df3b6037"), text);
    assertTrue(text.contains("don't free usage map when removing a re-added early section"), text);
  }

  @Test
  void thePageTellsIt() throws IOException {
    String page = page();
    assertTells(page);
    assertTrue(page.contains("./mhpcheck replay traces/"), page);
  }

  @Test
  void theMailTellsItIn72Columns() throws IOException {
    String mail = Files.readString(mail());
    assertTells(mail.replaceAll("\\s+", " "));
    assertTrue(mail.lines().allMatch(l -> l.length() <= COLUMNS), mail);
    assertTrue(mail.contains("\nFixes: 326e1b8f83a4 ("), mail);
  }

  /** What the mail tells to type finds the same. */
  @Test
  void theMailsCommandFindsIt() throws IOException {
    String mail = Files.readString(mail());
    String command =
        mail.substring(mail.indexOf("./mhpcheck check"), mail.indexOf("\n\nFixes:"))
            .replace("./mhpcheck check", "")
            .replaceAll("\\\\?\\s+", " ");
    CommandLineRun.check(directory.resolve("again"), command.strip() + " --quiet")
        .endsWith(12)
        .hasLine("VIOLATED check@v5.3/boot-usage-never-freed reach=exhaustive depth=3 ");
  }

  @Test
  void aTraceIsShownAsAMailToo() throws IOException {
    Path trace =
        directory.resolve(
            "out/traces/history-b01-readded-early-usage@v5.3--boot-usage-never-freed.itf.json");
    String shown = CommandLineRun.of("show", trace.toString(), "--mail").endsWith(0).out();
    String mail = Files.readString(mail());
    assertEquals(mail.substring(0, mail.indexOf("\n----")), shown.strip());
  }

  @Test
  void aMailThatCannotBeWrittenIsToldBeforeTheWork() {
    CommandLineRun.of("nightly", "--only", B01, "--mail", directory.resolve("no/mail").toString())
        .endsWith(153);
  }
}
