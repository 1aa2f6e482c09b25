package org.mhpcheck.reports.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.design.Release;
import org.mhpcheck.model.layout.Architecture;

class SizesTableTest {
  private static final List<Architecture> SOME =
      List.of(
          new Architecture(
              "wide", 12, 27, 30, Release.V5_12, Optional.of(21), 10, 8, true, Optional.empty()),
          new Architecture(
              "flat", 12, 26, 26, Release.V5_3, Optional.empty(), 10, 4, false, Optional.empty()));

  private static String table(String... designs) {
    Captured captured = new Captured();
    new SizesTable(captured.stream(), 80, false)
        .write(SOME, Stream.of(designs).map(Design::parse).toList());
    return captured.text();
  }

  /** v5.4 is like v5.3, and v6.12 like v6.8. */
  @Test
  void designsThatAreAlikeShareAColumn() {
    assertEquals(
        """
                v5.2       v5.3        v5.7        v5.12    v6.8      v6.17
        wide    0+256=256  64+256=320  64+256=320  8+32=40  24+32=56  24+64=88
        flat *  0+8=8      4+8=12      0+8=8       0+8=8    8+8=16    8+16=24
        bytes of a usage, and from one to the next in the boot array: sizeof(struct mem_section_usage) +
        usemap_size(); * without VMEMMAP

        """,
        table("v5.2", "v5.3", "v5.4", "v5.7", "v5.11", "v5.12", "v6.8", "v6.12", "v6.17"));
  }

  @Test
  void oneDesignIsOneColumn() {
    assertEquals("        v6.12\nwide    24+32=56\n", table("v6.12").substring(0, 31));
  }
}
