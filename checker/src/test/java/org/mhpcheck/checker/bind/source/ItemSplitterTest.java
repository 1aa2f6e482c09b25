package org.mhpcheck.checker.bind.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mhpcheck.checker.bind.source.Item.Kind;
import org.mhpcheck.checker.bind.tool.BindException;

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
    assertIs(Kind.TYPE, Set.of("box"), "struct box { int a; union { int b; }; } __packed;");
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

  @Test
  void tellsFunctionsFromTheirAttributes() {
    assertIs(Kind.FUNCTION, Set.of("f"), "__printf(1, 2) int f(const char *s, ...) { }");
    assertIs(Kind.FUNCTION, Set.of("__f"), "__printf(1, 2) int __f(const char *s, ...) { }");
    assertIs(Kind.FUNCTION, Set.of("__f"), "static __my(1) int __f(void) { }");
    assertIs(Kind.FUNCTION, Set.of("f"), "static inline int f(int a) __attribute__((pure)) { }");
    assertIs(Kind.FUNCTION, Set.of("f"), "__attribute__((noinline)) static int f(void) { }");
    assertIs(Kind.FUNCTION, Set.of("f"), "struct box __attribute__((aligned(8))) *f(void) { }");
    assertIs(Kind.FUNCTION, Set.of("__f"), "void __f(struct box *b) __must_hold(b->lock) { }");
    assertIs(Kind.FUNCTION, Set.of("f"), "typeof(box) f(void) { }");
    assertIs(Kind.FUNCTION, Set.of("f"), "int (*f(int a))(int b) { return box; }");
    assertIs(Kind.FUNCTION, Set.of("f"), "unsigned long (f)(void) { }".replace("(f)", "f"));
  }

  @Test
  void macrosMayDefineFunctions() {
    assertIs(Kind.FUNCTION, Set.of("SYSCALL_DEFINE1"), "SYSCALL_DEFINE1(open, int, a) { f(a); }");
    List<Item> items = split("EXPORT_SYMBOL(f)\nint g(void) { }\nDEFINE_MUTEX(m);\nint h;");
    assertEquals(3, items.size());
    assertEquals(Set.of("g"), items.get(0).names());
    assertEquals(Kind.DECLARATION, items.get(1).kind());
    assertEquals(Set.of("h"), items.get(2).names());
  }

  @Test
  void tellsOldStyleFunctions() {
    Item item = only("int f(a, b)\n\tint a;\n\tstruct box *b;\n{ return a; }");
    assertEquals(Kind.FUNCTION, item.kind());
    assertEquals(Set.of("f"), item.names());
    assertEquals("int f();", item.prototype());
    assertEquals(2, split("int f(int a) __cold __must_check;\nint g;").size());
    assertEquals(2, split("int f(int a), h(void);\nint g;").size());
  }

  @Test
  void pointersToFunctionsAreVariablesOrTypes() {
    assertIs(Kind.VARIABLE, Set.of("hook"), "static int (*hook)(int a);");
    assertIs(Kind.VARIABLE, Set.of("hooks"), "static int (*const hooks[])(int) = { f, g };");
    assertIs(Kind.VARIABLE, Set.of("hooks"), "int (*hooks[2][3])(int a, int b);");
    assertIs(Kind.TYPE, Set.of("box", "box_t"), "typedef struct box { int (*f)(int); } box_t;");
    assertIs(Kind.TYPE, Set.of("f_t"), "typedef int f_t(int a, int b);");
    assertIs(Kind.TYPE, Set.of("ones", "two"), "typedef int ones[4], two;");
    assertIs(Kind.TYPE, Set.of("w_t"), "typedef u64 w_t __attribute__((aligned(8)));");
  }

  @Test
  void variablesMayHaveTheirTypeWithThem() {
    assertIs(Kind.VARIABLE, Set.of("one"), "static struct { int (*f)(int); } one;");
    assertIs(Kind.VARIABLE, Set.of("one"), "static struct { int a; } one = { .a = f(1) };");
    assertIs(Kind.TYPE, Set.of("box", "boxes"), "struct box { int a; } boxes[3];");
    assertIs(Kind.TYPE, Set.of("box"), "struct __packed box { int a; };".replace("__packed ", ""));
    assertIs(Kind.VARIABLE, Set.of("a", "b"), "static int a = f(1, 2), *b[2] = { 0 };");
    assertIs(Kind.VARIABLE, Set.of("box"), "static const struct box_ops box = { .f = f };");
    assertIs(Kind.VARIABLE, Set.of("a"), "int a = ({ int b = 1; b; });");
    assertIs(Kind.TYPE, Set.of("box"), "struct box { struct { int a; union { int b; }; } c; };");
  }

  @Test
  void directivesWithinAnItemAreNoneOfItsCode() {
    List<Item> items =
        split(
            "struct box {\n#define OPEN {\n\tint a;\n# 40 \"a.c\"\n\tint b;\n};\nint c;\n"
                + "int f(void)\n{\n# define LAST } )\n\treturn 1;\n}\nint g;");
    assertEquals(4, items.size(), items.toString());
    assertEquals(Set.of("box", "OPEN"), items.get(0).names());
    assertEquals(1, items.get(0).line());
    assertEquals(41, items.get(0).lastLine());
    assertEquals(42, items.get(1).line());
    assertEquals(Set.of("f", "LAST"), items.get(2).names());
    assertEquals(Kind.FUNCTION, items.get(2).kind());
    assertEquals(48, items.get(3).line());
  }

  @Test
  void commentsAndContinuationsGoOnOverLines() {
    List<Item> items =
        split(
            "#define A /* one\n two { */ 3\n#define B 1 // and \\\n so on {\nint c; // it's \\\n} d"
                + "\nchar *e = \"a{\\\n}}\";\nint f;\n");
    assertEquals(5, items.size(), items.toString());
    assertEquals(Set.of("A"), items.get(0).names());
    assertEquals(Set.of("B"), items.get(1).names());
    assertEquals(3, items.get(1).line());
    assertEquals(Set.of("c"), items.get(2).names());
    assertEquals(Set.of("e"), items.get(3).names());
    assertEquals(9, items.get(4).line());
    assertEquals(List.of(), split("/* int a; */ // int b;\n/* #define C */"));
  }

  @Test
  void lineEndsMayBeAnotherSystems() {
    List<Item> items = split("#define A \\\r\n 1\r\nint f(void)\r\n{\r\n}\r\nint b;\r\n");
    assertEquals(3, items.size(), items.toString());
    assertEquals(6, items.get(2).line());
  }

  @Test
  void rangesOfDesignatorsAreMentioned() {
    assertTrue(only("int a[] = { [0 ... MOST] = 1 };").mentioned().contains("MOST"));
    assertFalse(only("int a = 0x1FUL;").mentioned().contains("xFUL"));
  }

  @Test
  void whatDoesNotEndIsRefusedWithItsPlace() {
    assertRefused("a.c:2: what begins here does not end", "int a;\nint f(void) { if (1) {\n}\n");
    assertRefused("a.c:2: a '}' that closes nothing", "int a;\n}\n");
  }

  private static void assertRefused(String message, String text) {
    assertEquals(message, assertThrows(BindException.class, () -> split(text)).getMessage());
  }
}
