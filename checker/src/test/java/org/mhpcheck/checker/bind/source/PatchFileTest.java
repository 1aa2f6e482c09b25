package org.mhpcheck.checker.bind.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mhpcheck.checker.bind.tool.BindException;

/** Patches are cut at files, and nowhere else. */
class PatchFileTest {
  private static final String GIT =
      """
      From: somebody
      Subject: [PATCH] two files

      ---
       a.c | 1 +
      --

      diff --git a/mm/a.c b/mm/a.c
      index 1..2 100644
      --- a/mm/a.c
      +++ b/mm/a.c
      @@ -1,2 +1,2 @@ int f(void)
       one
      --- two
      +++ three
      @@ -9 +9,0 @@
      -nine
      diff --git a/mm/b.c b/mm/b.c
      --- a/mm/b.c
      +++ b/mm/b.c
      @@ -1 +1,2 @@
       x
      +y
      --\s
      2.39.5
      """;

  @Test
  void ofEachFileItHasThePathAndTheHunks() {
    PatchFile patch = PatchFile.parse("f.patch", GIT);
    assertEquals(Set.of("mm/a.c", "mm/b.c"), patch.paths());
    String ofB = patch.restrictedTo("mm/b.c"::equals);
    assertEquals(GIT.substring(GIT.indexOf("diff --git a/mm/b.c"), GIT.indexOf("-- \n2.39")), ofB);
    String ofA = patch.restrictedTo("mm/a.c"::equals);
    assertEquals(
        GIT.substring(GIT.indexOf("diff --git a/mm/a.c"), GIT.indexOf("diff --git a/mm/b.c")), ofA);
    assertEquals(ofA + ofB, patch.restrictedTo(p -> true));
    assertEquals("", patch.restrictedTo(p -> false));
  }

  @Test
  void plainDiffsHaveNoHeaderButTheNames() {
    String plain =
        """
        diff -ru old/mm/a.c new/mm/a.c
        --- old/mm/a.c\t2025-01-01 00:00:00
        +++ new/mm/a.c\t2025-01-02 00:00:00
        @@ -1 +1 @@
        -a
        \\ No newline at end of file
        +b
        \\ No newline at end of file
        Only in new/mm: c.c
        --- /dev/null
        +++ new/mm/d.c
        @@ -0,0 +1 @@
        +d
        """;
    PatchFile patch = PatchFile.parse("f.patch", plain);
    assertEquals(Set.of("mm/a.c", "mm/d.c"), patch.paths());
    String ofA = patch.restrictedTo("mm/a.c"::equals);
    assertEquals(plain.substring(plain.indexOf("--- old"), plain.indexOf("Only in")), ofA);
  }

  @Test
  void renamesHaveBothNames() {
    String rename =
        """
        diff --git a/mm/a.c b/mm/b.c
        similarity index 100%
        rename from mm/a.c
        rename to mm/b.c
        """;
    assertEquals(Set.of("mm/a.c", "mm/b.c"), PatchFile.parse("f.patch", rename).paths());
  }

  @Test
  void textIsNoPatch() {
    assertEquals(Set.of(), PatchFile.parse("f.patch", "").paths());
    assertEquals(Set.of(), PatchFile.parse("f.patch", "a mail\n---\nnothing\n").paths());
  }

  @Test
  void aHunkOfLinesThatCannotBeCountedIsRefused() {
    String huge = GIT.replace("@@ -1,2 +1,2 @@", "@@ -1,2 +1,99999999999 @@");
    BindException e = assertThrows(BindException.class, () -> PatchFile.parse("f.patch", huge));
    assertEquals(
        "f.patch:12: found a hunk of 999999999... lines, expected at most 9 digits",
        e.getMessage());
  }
}
