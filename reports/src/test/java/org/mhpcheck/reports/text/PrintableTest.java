package org.mhpcheck.reports.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class PrintableTest {
  @Example
  void controlCharactersAreReplaced() {
    assertEquals("a\uFFFDb\uFFFD[31m", Printable.of("a\u0007b\u001b[31m"));
    assertEquals("\uFFFD", Printable.of("\u0085"));
    assertEquals("\uFFFD \uFFFD", Printable.of("\uD800 \uFFFE"));
  }

  @Example
  void lineEndsAndTabsStay() {
    assertEquals("a\n\tb\nc\nd", Printable.of("a\n\tb\r\nc\rd"));
    assertEquals("a b c", Printable.line("a\n\tb\tc"));
  }

  @Example
  void whatCanBeShownIsNotTouched() {
    assertEquals("\u00e4 \uD83D\uDE00 <&>", Printable.of("\u00e4 \uD83D\uDE00 <&>"));
  }

  @Property
  void aLineIsOneLine(@ForAll String text) {
    String line = Printable.line(text);
    assertTrue(line.codePoints().noneMatch(Character::isISOControl));
    assertEquals(line, Printable.of(line));
  }
}
