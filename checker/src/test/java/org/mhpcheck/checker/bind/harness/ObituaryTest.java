package org.mhpcheck.checker.bind.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class ObituaryTest {
  @Test
  void theFirstFrameOfTheKernelIsThePlace() {
    String report =
        """
        ==12==ERROR: AddressSanitizer: use-after-poison on address 0x7f at pc 0x5 bp 0x7 sp 0x7
        WRITE of size 8 at 0x7f thread T0
            #0 0x55 in mhp_put_bit /home/mm/cache/prelude.h:94
            #1 0x56 in fill_map /home/mm/cache/mm/sparse.c:202
            #2 0x57 in activate mm/sparse.c:300
        """;
    assertEquals(
        new Obituary("mm/sparse.c", 202, "AddressSanitizer: use-after-poison in fill_map()"),
        Obituary.of("ended", report));
  }

  @Test
  void undefinedBehaviourSaysItsPlaceFirst() {
    assertEquals(
        new Obituary("mm/a-b.c", 7, "UndefinedBehaviorSanitizer: shift exponent 64 is too large"),
        Obituary.of("ended", "mm/a-b.c:7:3: runtime error: shift exponent 64 is too large\n"));
  }

  @Test
  void withoutAReportTheLastWordsAreTold() {
    assertEquals(
        new Obituary("", 0, "ended: harness: out of slots"),
        Obituary.of("ended", "mm/sparse.c:1 said in passing\nharness: out of slots\n"));
    assertEquals(new Obituary("", 0, "ended"), Obituary.of("ended", "\n"));
  }

  @Test
  void aReportWithoutAPlaceInTheKernelIsToldWithout() {
    assertEquals(
        new Obituary("", 0, "ended: UndefinedBehaviorSanitizer: oh"),
        Obituary.of("ended", "harness.c:7:3: runtime error: oh\n"));
  }
}
