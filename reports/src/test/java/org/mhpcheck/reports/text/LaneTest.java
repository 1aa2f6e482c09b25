package org.mhpcheck.reports.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.mhpcheck.model.logic.Bits;

class LaneTest {
  @Test
  void upToSixteenSubsectionsAreDigits() {
    assertEquals("1100", Bits.parse("1100").text());
    assertEquals("1".repeat(16), Bits.full(16).text());
  }

  @Test
  void moreSubsectionsAreRanges() {
    Bits bits = Bits.range(64, 0, 32).or(Bits.range(64, 40, 41)).or(Bits.range(64, 62, 64));
    assertEquals("0-31,40,62-63", bits.text());
    assertEquals("none", Bits.none(17).text());
    assertEquals("0-511", Bits.full(512).text());
  }

  @Test
  void lettersTellBitmapsApart() {
    assertEquals("bb.p", lettered(Bits.parse("1100"), Bits.parse("0001")));
    assertEquals("b:0-31 p:40", lettered(Bits.range(64, 0, 32), Bits.range(64, 40, 41)));
    assertEquals("none", lettered(Bits.none(64), Bits.none(64)));
  }

  private static String lettered(Bits boot, Bits buddy) {
    return new Lane(List.of(new Lane.Part('b', "boot", boot), new Lane.Part('p', "buddy", buddy)))
        .text();
  }

  @Property(tries = 200)
  void rangesNameExactlyTheSubsectionsThatAreSet(
      @ForAll @Size(min = 17, max = 70) List<Boolean> set) {
    String digits = set.stream().map(b -> b ? "1" : "0").collect(Collectors.joining());
    StringBuilder read = new StringBuilder("0".repeat(set.size()));
    String text = Bits.parse(digits).text();
    if (!text.equals("none")) {
      for (String range : text.split(",")) {
        String[] ends = range.split("-");
        IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]))
            .forEach(i -> read.setCharAt(i, '1'));
      }
    }
    assertEquals(digits, read.toString());
  }
}
