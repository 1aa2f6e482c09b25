package org.mhpcheck.checker.bind.tool;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.mhpcheck.damage.DamagedFile;

/** Whatever gcc says of a tree, there are words for it. */
class DamagedErrorsTest {
  private static final List<String> FILES = List.of("mm/sparse.c");

  @Provide
  Arbitrary<DamagedFile> errors() {
    return DamagedFile.of(
        List.of(
            """
            mm/sparse.c: In function 'f':
            mm/sparse.c:9:2: error: implicit declaration of function 'g' [-Werror]
            mm/sparse.c:10:2: error: expected ';' before 'int'
            mm/sparse.c:11:2: fatal error: 'struct box' has no member named 'map'
            mm/sparse.c: At top level:
            """,
            """
            /usr/bin/ld: /tmp/a.o: in function `f':
            /home/me/mm/sparse.c:12: undefined reference to `g'
            collect2: error: ld returned 1 exit status
            """,
            "/usr/bin/ld: cannot find -lasan: No such file or directory\\n"));
  }

  @Property
  void whatGccWrites(@ForAll("errors") DamagedFile file) {
    GccErrors errors = GccErrors.of(file.text(), FILES);
    assertFalse(errors.first().isBlank());
    assertFalse(errors.message("6.12.0").isBlank());
  }
}
