package org.mhpcheck.checker.bind.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mhpcheck.checker.bind.source.Item.Kind;
import org.mhpcheck.checker.bind.source.Root.Form;
import org.mhpcheck.checker.bind.tool.BindException;

final class SlicerTest {
  private static final Root TOP = Root.of("top", "a.c");

  private static Slice slice(Root root, String... files) {
    List<Item> items = new ArrayList<>();
    char name = 'a';
    for (String file : files) {
      items.addAll(ItemSplitter.split(file, name++ + ".c"));
    }
    List<Item> prelude = ItemSplitter.split("#define shim(x) 0\nstruct page { int a; };", "p.h");
    return new Slicer(items, prelude).slice(List.of(root));
  }

  @Test
  void takesWhatIsMentionedAndWhatThatMentions() {
    Slice slice =
        slice(
            TOP,
            "int top(struct box *b) { return TWICE(b->size) + middle(); }\nint unused(void) { }",
            "#define TWICE(x) (LEVEL * (x))\nenum { LEVEL };\nint middle(void) { return shim(count); }",
            "struct box { int size; };\nint count;\nint size;");
    assertEquals(Set.of("top", "middle"), slice.real(Kind.FUNCTION));
    assertEquals(Set.of("TWICE"), slice.real(Kind.MACRO));
    assertEquals(Set.of("box", "LEVEL"), slice.real(Kind.TYPE));
    assertTrue(slice.real(Kind.VARIABLE).contains("count"));
    assertEquals(Set.of("shim"), slice.shimmed());
  }

  @Test
  void stopsAtThePreludeThoughTheTreeHasTheName() {
    Slice slice =
        slice(TOP, "int top(void) { return shim(1); }\nint shim(int x) { return deep(); }");
    assertEquals(Set.of("top"), slice.real(Kind.FUNCTION));
  }

  @Test
  void aMissingRootIsNamedWithTheFileItWasExpectedIn() {
    Root root = new Root("new", List.of("new", "old"), Form.FUNCTION, "mm/a.c");
    BindException e = assertThrows(BindException.class, () -> slice(root, "int top(void) { }"));
    assertEquals("the tree has no function new or old; expected it in mm/a.c", e.getMessage());
  }

  @Test
  void aPrototypeIsNoRoot() {
    assertThrows(BindException.class, () -> slice(TOP, "int top(void);"));
  }

  @Test
  void aRootMayBeAMacroOrMissingIfThatIsSaid() {
    Root macro = new Root("top", List.of("top"), Form.FUNCTION_OR_MACRO, "a.c");
    Slice slice = slice(macro, "int below(void) { return 1; }\n\n#define top(x) ((x) + below())\n");
    assertEquals(Set.of("below"), slice.real(Kind.FUNCTION));
    String c = slice.toC();
    assertTrue(c.contains("#define mhp_root_top top\n"), c);
    assertFalse(c.contains("mhp_parameters_top"), c);
    assertEquals("top a.c:3", slice.place("top").orElseThrow().toString());
    Root missing = new Root("top", List.of("top"), Form.FUNCTION_OR_NOTHING, "a.c");
    Slice without = slice(missing, "int below(void) { return 1; }\n#define top(x) below()\n");
    assertEquals(Optional.empty(), without.place("top"));
    assertFalse(without.toC().contains("mhp_root_top"));
  }

  @Test
  void twoDefinitionsOfAFunctionAreRefused() {
    BindException e =
        assertThrows(
            BindException.class, () -> slice(TOP, "int top(void) { }", "\nint top(void) { }"));
    assertEquals("top is defined twice: a.c:1 and b.c:2", e.getMessage());
  }

  @Test
  void writesEachItemUnderItsOwnLine() {
    Root root = new Root("top", List.of("top_of_old", "top_of_new"), Form.FUNCTION, "a.c");
    String c =
        slice(root, "int x;\n\nint top_of_new(struct box *a, int b)\n{\n\treturn x;\n}\n").toC();
    assertTrue(c.contains("#define mhp_root_top top_of_new\n"), c);
    assertTrue(c.contains("#define mhp_parameters_top 2\n"), c);
    assertTrue(c.contains("struct box;\n"), c);
    assertTrue(c.contains("#line 3 \"a.c\"\nint top_of_new(struct box *a, int b);\n"), c);
    assertTrue(c.indexOf("int x;") < c.indexOf("return x;"), c);
    assertFalse(c.contains("#include"), c);
  }
}
