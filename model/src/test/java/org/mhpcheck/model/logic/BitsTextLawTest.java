package org.mhpcheck.model.logic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is written of a bitmap tells all of it. */
class BitsTextLawTest {

  @Property
  void whatIsWrittenIsReadAgain(@ForAll("bitmaps") Bits bits) {
    assertEquals(bits, Bits.parse(bits.toString()));
    assertEquals(bits.size(), bits.toString().length());
  }

  @Property
  void rangesNameExactlyTheBitsThatAreSet(@ForAll("bitmaps") Bits bits) {
    Set<Integer> named = new TreeSet<>();
    Matcher range = Pattern.compile("(\\d+)(?:-(\\d+))?(?:,|$)").matcher(bits.ranges());
    while (range.find()) {
      int from = Integer.parseInt(range.group(1));
      int last = range.group(2) == null ? from : Integer.parseInt(range.group(2));
      for (int i = from; i <= last; i++) {
        named.add(i);
      }
    }
    assertEquals(bits, Bits.of(bits.size(), i -> Bit.of(named.contains(i))));
  }

  @Provide
  Arbitrary<Bits> bitmaps() {
    return Arbitraries.integers().between(1, 130).flatMap(AnyBits::of);
  }
}
