package org.mhpcheck.checker.bind.coverage;

import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.mhpcheck.checker.bind.tool.BindException;
import org.mhpcheck.damage.DamagedFile;
import org.mhpcheck.damage.ReadOrRefused;

/** Whatever gcov lists, it is read. */
class DamagedListingTest {
  @Provide
  Arbitrary<DamagedFile> listings() {
    return DamagedFile.of(
        List.of(
            """
                    -:    0:Source:mm/sparse.c
                    -:    0:Graph:kernel.gcno
                    1:    7:
                #####:    8:
                    4*:   9:
                =====:   10:
                    -:    0:Source:prelude.h
                    2:    7:
            """));
  }

  @Property
  void aListing(@ForAll("listings") DamagedFile file) {
    ReadOrRefused.by(
        BindException.class, "gcov", () -> Gcov.read(file.text(), Set.of("mm/sparse.c")));
  }
}
