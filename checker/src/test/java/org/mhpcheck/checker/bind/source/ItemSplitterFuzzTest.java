package org.mhpcheck.checker.bind.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.mhpcheck.checker.bind.shim.Resources;
import org.mhpcheck.checker.bind.source.Item.Kind;
import org.mhpcheck.checker.bind.tool.BindException;
import org.mhpcheck.damage.DamagedFile;
import org.mhpcheck.damage.ReadOrRefused;

/** Whatever a file holds: items, or a BindException, and soon. */
final class ItemSplitterFuzzTest {
  private static final int MOST_CUTS = 3;

  /** Pieces of C, well formed and not. */
  private static final List<String> PIECES =
      List.of(
          "int f(int a) { return a; }\n",
          "static struct box { int a; } b = { .a = 1 };\n",
          "typedef int (*hook)(int);\n",
          "enum { ONE, TWO = (1, 2) };\n",
          "#define M(a) \\\n {(a\n",
          "# 12 \"a.c\"\n",
          "# 99999999999 \"a.c\"\n",
          "\n#",
          "\"",
          "'",
          "/*",
          "*/",
          "//",
          "\\",
          "\\\n",
          "\r\n",
          "(",
          ")",
          "{",
          "}",
          "[",
          "]",
          ";",
          ",",
          "=",
          "*",
          "...",
          "->",
          "struct",
          "enum",
          "typedef",
          "extern",
          "int",
          "__attribute__((x))",
          "name",
          " ",
          "\f",
          "\0",
          "\u00e9",
          "0x1f");

  /** That patterns of C repeat. */
  private static final List<String> LONG_PIECES =
      List.of("[1]", " [ 1 ] ", "int ", "__aligned ", "* ", "a\\n", "\\\n");

  @Property(tries = 500)
  void arbitraryText(@ForAll String text) {
    splitAll(text);
  }

  @Property(tries = 2000)
  void piecesOfC(@ForAll("pieces") String text) {
    splitAll(text);
  }

  @Provide
  Arbitrary<String> pieces() {
    return Arbitraries.of(PIECES).list().ofMaxSize(40).map(p -> String.join("", p));
  }

  /** Our own C, and C that reads like the kernel's. */
  @Property
  void damagedC(@ForAll("damagedC") DamagedFile file) {
    splitAll(file.text());
  }

  @Provide
  Arbitrary<DamagedFile> damagedC() {
    return DamagedFile.of(List.of(Resources.read(Resources.PRELUDE), LikeTheKernels.C));
  }

  @Example
  void longTextsTakeTheirLengthInTimeNotItsSquare() {
    for (String piece : LONG_PIECES) {
      splitAll("int (*f" + piece.repeat(20_000) + ")(int);");
      splitAll("static " + piece.repeat(20_000) + "struct box { int a; } b;");
    }
    for (String piece : PIECES) {
      splitAll(piece.repeat(20_000));
      splitAll("int f(" + piece.repeat(20_000) + ") { }");
    }
    splitAll("int a" + " ".repeat(200_000) + "= 1;");
    splitAll("int a = b" + "/* long */".repeat(50_000) + ";");
  }

  private static void splitAll(String text) {
    ReadOrRefused.by(
        BindException.class,
        ":",
        () -> {
          List<Item> items = ItemSplitter.split(text, "a.c");
          check(text, items);
          return items;
        });
  }

  private static void check(String text, List<Item> items) {
    int cuts = 0;
    for (Item item : items) {
      assertTrue(text.contains(item.text()));
      assertEquals(item.text().length(), item.code().length());
      item.mentioned();
      if (item.kind() == Kind.FUNCTION) {
        assertTrue(item.prototype().endsWith(";"));
        askParameters(item);
        if (cuts++ < MOST_CUTS) {
          cut(items, item);
        }
      }
    }
  }

  private static void askParameters(Item item) {
    try {
      assertTrue(item.parameters() >= 0);
    } catch (BindException e) {
      assertTrue(e.getMessage().contains("cannot tell the parameters"), e.getMessage());
    }
  }

  private static void cut(List<Item> items, Item item) {
    String name = item.names().iterator().next();
    try {
      new Slicer(items, List.of()).slice(List.of(Root.of(name, "a.c"))).toC();
    } catch (BindException e) {
      assertTrue(e.getMessage().matches("(?s).*(twice|cannot tell).*"), e.getMessage());
    }
  }
}
