package org.mhpcheck.checker.bind.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of what gcc and the linker write. */
final class GccErrorsTest {
  private static final List<String> FILES = List.of("mm/sparse.c");

  @Test
  void severalNamesAreToldEach() {
    StringBuilder stderr = new StringBuilder("mm/sparse.c: In function 'f':\n");
    for (int i = 0; i < 7; i++) {
      stderr.append(
          "mm/sparse.c:9:2: error: implicit declaration of function 'g%d' [-W]\n".formatted(i));
      stderr.append("mm/sparse.c:10:2: error: implicit declaration of function 'g0' [-W]\n");
    }
    String message = GccErrors.of(stderr.toString(), FILES).message("6.13.0");
    assertEquals(6, message.lines().count());
    assertTrue(message.startsWith("g0, mentioned in mm/sparse.c:9 by f(), is neither"), message);
    assertTrue(message.endsWith("and 2 more names; expected linux 5.3 to 6.12, this is 6.13.0"));
  }

  @Test
  void theLinkersAreErrorsToo() {
    String stderr =
        """
        /usr/bin/ld: /tmp/a.o: in function `f':
        /home/me/mm/sparse.c:12: undefined reference to `g'
        collect2: error: ld returned 1 exit status
        """;
    assertTrue(
        GccErrors.of(stderr, FILES)
            .message("6.1.0")
            .startsWith("g, mentioned in mm/sparse.c:12 by f(), is neither"),
        GccErrors.of(stderr, FILES).message("6.1.0"));
    assertTrue(
        GccErrors.of("/usr/bin/ld: cannot find -lasan: No such file or directory\n", FILES)
            .message("6.1.0")
            .contains("install: libasan and libubsan"));
  }
}
