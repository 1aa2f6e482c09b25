package org.mhpcheck.checker.bind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mhpcheck.checker.bind.Item.Kind;

final class ItemSplitterTest {
  private static List<Item> split(String text) {
    return ItemSplitter.split(text, "a.c");
  }

  private static Item only(String text) {
    List<Item> items = split(text);
    assertEquals(1, items.size(), items.toString());
    return items.get(0);
  }

  private static void assertIs(Kind kind, Set<String> names, String text) {
    Item item = only(text);
    assertEquals(kind, item.kind(), text);
    assertEquals(names, item.names(), text);
  }

  @Test
  void tellsFunctionsByTheNameBeforeTheirParameters() {
    assertIs(Kind.FUNCTION, Set.of("add"), "int add(int a) { return a; }");
    assertIs(Kind.FUNCTION, Set.of("make"), "static struct box __ref *make(int a)\n{ }");
    assertIs(Kind.FUNCTION, Set.of("lock"), "void lock(void) __acquires(a) { }");
    assertIs(Kind.FUNCTION, Set.of("__mark"), "static void __mark(struct box *b) { }");
    assertIs(Kind.FUNCTION, Set.of("each"), "void each(void (*visit)(int)) { if (1) { } }");
  }

  @Test
  void tellsTypesByTheirTagsEnumeratorsAndTypedefs() {
    assertIs(Kind.TYPE, Set.of("box"), "struct box { int a; union { int b; }; } packed;");
    assertIs(
        Kind.TYPE, Set.of("colour", "RED", "BLUE"), "enum colour { RED, BLUE = 1 << (2, 3) };");
    assertIs(Kind.TYPE, Set.of("ONE"), "enum { ONE };");
    assertIs(Kind.TYPE, Set.of("word_t"), "typedef unsigned long word_t;");
    assertIs(Kind.TYPE, Set.of("visit_t"), "typedef int (*visit_t)(int a);");
  }

  @Test
  void tellsVariablesByNameNotByAttribute() {
    assertIs(Kind.VARIABLE, Set.of("boxes"), "struct box **boxes;");
    assertIs(Kind.VARIABLE, Set.of("buffer"), "static void *buffer __meminitdata;");
    assertIs(Kind.VARIABLE, Set.of("__last"), "unsigned long __last;");
    assertIs(Kind.VARIABLE, Set.of("table"), "static int table[2] __cacheline_aligned = { f(1) };");
  }

  @Test
  void declarationsDefineNothing() {
    assertIs(Kind.DECLARATION, Set.of(), "int add(int a);");
    assertIs(Kind.DECLARATION, Set.of(), "extern struct box **boxes;");
    assertIs(Kind.DECLARATION, Set.of(), "struct box;");
    assertIs(Kind.DECLARATION, Set.of(), "EXPORT_SYMBOL(add);");
  }

  @Test
  void macrosGoOnOverBackslashes() {
    Item macro = only("# define SUM(a, b) \\\n\t((a) + \\\n\t (b))\n");
    assertEquals(Kind.MACRO, macro.kind());
    assertEquals(Set.of("SUM"), macro.names());
    assertTrue(macro.mentioned().contains("b"));
  }

  @Test
  void commentsAndStringsHideBracesAndNames() {
    List<Item> items =
        split("int a(void) { /* } hidden */ say(\"} gone \\\" {\", '}'); // }\n}\nint b;\n");
    assertEquals(2, items.size());
    assertEquals(Set.of("int", "a", "void", "say"), items.get(0).mentioned());
  }

  @Test
  void membersAreNotMentioned() {
    assertEquals(Set.of("int", "a", "x", "y"), only("int a = x->free + y . alloc;").mentioned());
  }

  @Test
  void lineMarkersGiveFileAndLine() {
    List<Item> items = split("# 7 \"b.c\"\nint b;\n# 40 \"a.c\" 2\n\nint a;\nint c;\n");
    assertEquals(2, items.size());
    assertEquals(41, items.get(0).line());
    assertEquals(42, items.get(1).line());
  }

  @Test
  void countsParameters() {
    assertEquals(0, only("int f(void) { }").parameters());
    assertEquals(2, only("int f(int (*g)(int, int), int h) { }").parameters());
  }
}
