package org.mhpcheck.reports.mail;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.mhpcheck.model.answer.Trace;
import org.mhpcheck.model.caller.Operation;
import org.mhpcheck.model.design.Change;
import org.mhpcheck.model.kernel.BootLayout;
import org.mhpcheck.model.state.Geometry;
import org.mhpcheck.reports.RunMaker;
import org.mhpcheck.reports.TraceMaker;

class MailWriterTest {
  private static String text(MailWriter mail) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    mail.write(out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static void assertFits(String text) {
    text.lines()
        .forEach(
            line -> {
              assertTrue(line.length() <= MailWriter.COLUMNS, line);
              assertTrue(line.chars().allMatch(c -> c >= ' ' && c < 0x7F), line);
            });
  }

  @Test
  void whatFreedWhatWhyThatIsWrongAndWhatFixesIt() throws IOException {
    MailWriter mail = new MailWriter("1.2.3");
    mail.add(
        TraceMaker.b01(), Optional.empty(), Optional.empty(), Optional.of(Change.SECTION_IS_EARLY));
    String text = text(mail);
    assertFits(text);
    assertTrue(text.contains("3. arch_remove_memory(section 1, subsections 0-3)\n"), text);
    assertTrue(
        text.contains("section_deactivate: kfree() of a usage that the boot allocator made"), text);
    assertTrue(text.contains("matters: kfree() of memory that is not from slab corrupts"), text);
    assertTrue(text.contains("mended by 8068df3b6037"), text);
    assertTrue(
        text.endsWith(
            "Fixes: 326e1b8f83a4 (\"mm/sparsemem: introduce a SECTION_IS_EARLY flag\")\n"),
        text);
    assertTrue(
        text.contains(
            """
            To reproduce:
              ./mhpcheck check --design v5.4 --sections 1 --subsections 4 \\
                  --callers direct --property boot-usage-never-freed
            """),
        text);
  }

  @Test
  void ofATreeItTellsFilesAndLines() throws IOException {
    MailWriter mail = new MailWriter("1.2.3");
    mail.add(
        TraceMaker.ofTree(),
        Optional.empty(),
        RunMaker.runOfTree().compiledFrom("linux-5.4.99"),
        Optional.empty());
    String text = text(mail);
    assertFits(text);
    assertTrue(
        text.replaceAll("\\s+", " ").contains("the code of ../linux (5.4.99), with fix.patch"),
        text);
    assertTrue(text.contains("mm/a.c:34"), text);
    assertTrue(text.contains("--kernel ../linux"), text);
    assertFalse(text.contains("Fixes:"), text);
  }

  @Provide
  Arbitrary<Trace> traces() {
    Arbitrary<Integer> sections = Arbitraries.integers().between(1, 3);
    Arbitrary<Integer> subsections = Arbitraries.of(4, 16, 64);
    Arbitrary<Operation> operations =
        Arbitraries.of(Operation.ARCH_ADD_MEMORY, Operation.ARCH_REMOVE_MEMORY);
    return Combinators.combine(
            sections,
            subsections,
            operations.list().ofMaxSize(4),
            Arbitraries.integers().between(0, 3))
        .as(
            (s, k, calls, choice) -> {
              BootLayout[] boot = new BootLayout[s];
              Arrays.fill(boot, BootLayout.LOWER_HALF);
              TraceMaker maker = new TraceMaker("v5.4", new Geometry(s, k), boot);
              calls.forEach(operation -> maker.call(operation, 1, s * k, choice));
              return maker.trace(Change.RESERVED_USAGE_KEPT);
            });
  }

  @Property(tries = 100)
  void nothingIsWiderThanItMayBe(@ForAll("traces") Trace trace, @ForAll String file)
      throws IOException {
    MailWriter mail = new MailWriter("1.2.3");
    mail.add(trace, Optional.of(file), Optional.empty(), Optional.of(Change.MAP_AT_BOOT));
    mail.add(trace, Optional.empty(), Optional.empty(), Optional.empty());
    assertFits(text(mail));
  }
}
