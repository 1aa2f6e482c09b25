package org.mhpcheck.checker.bind.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mhpcheck.checker.bind.source.Item.Kind;

/** What is a change of a function's text, and what is none. */
class TokenTextTest {
  private static final String PLAIN =
      "#define TWICE(x) ((x) + (x))\nint top(int a) { if (a >> 1) return -a; return TWICE(a); }";

  private static Map<String, String> digests(Kind kind, String file) {
    List<Item> items = ItemSplitter.split(file, "a.c");
    return new Slicer(items, List.of())
        .slice(List.of(Root.of("top", "a.c")))
        .digests(EnumSet.of(kind));
  }

  private static String top(String file) {
    return digests(Kind.FUNCTION, file).get("top");
  }

  @Test
  void layoutCommentsAndPlaceAreNoChange() {
    String laidOut =
        """
        #define TWICE(x) \\
                ((x) + \\
                 (x))
        struct moved { int down; };
        int top(int a) /* as before */
        {
        # 40 "a.c"
                if (a>>1) // half
                        return - a;
                return TWICE( a );
        }
        """;
    assertEquals(top(PLAIN), top(laidOut));
    assertEquals(digests(Kind.MACRO, PLAIN), digests(Kind.MACRO, laidOut));
  }

  @Test
  void anotherSignOrWordIsOne() {
    assertNotEquals(top(PLAIN), top(PLAIN.replace(">>", ">")));
    assertNotEquals(top(PLAIN), top(PLAIN.replace("return -a", "return a")));
    assertNotEquals(top(PLAIN), top(PLAIN.replace("int a", "long a")));
    assertNotEquals(top(PLAIN), top(PLAIN.replace("a >> 1", "a > > 1")));
    assertNotEquals(TokenText.of("a = b - -c;"), TokenText.of("a = b--c;"));
  }

  @Test
  void aMacroIsNoFunction() {
    String other = PLAIN.replace("(x) + (x)", "(x) * 2");
    assertEquals(top(PLAIN), top(other));
    assertNotEquals(digests(Kind.MACRO, PLAIN), digests(Kind.MACRO, other));
  }
}
