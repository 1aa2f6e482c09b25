package org.mhpcheck.specs.scenario;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.function.ThrowingSupplier;
import org.mhpcheck.specs.toml.Problem;
import org.mhpcheck.specs.toml.SourceText;
import org.mhpcheck.specs.toml.UnreadableException;

/** Whatever text there is, reading it ends, with a scenario or with problems. */
class AnyTextTest {
  private static final List<String> FILES =
      List.of(
          Samples.file("explore.toml"),
          Samples.file("prove.toml"),
          Samples.file("arithmetic.toml"),
          Samples.file("/org/mhpcheck/specs/arches.toml"));

  /** What TOML and the format are made of. */
  private static final List<String> PIECES =
      List.of(
          "\"",
          "'",
          "\"\"\"",
          "'''",
          "[",
          "]",
          "[[",
          "]]",
          "{",
          "}",
          "=",
          ".",
          ",",
          "#",
          "\n",
          "\r",
          "\t",
          "\\",
          "\\u",
          "\\UFFFFFFFF",
          "0",
          "-1",
          "1e400",
          "0x",
          "9".repeat(30),
          "inf",
          "nan",
          "1979-05-27",
          "25:61:61",
          "true",
          "\u0000",
          "\ufeff",
          "\u202e",
          "\ud83d\ude00",
          "\ud800",
          "[expect]\n",
          "[expect.v5.4]\n",
          "limits = 3\n",
          "engine = \"prove\"\n",
          "engine = \"explore\"\n",
          "\"v5.4+\"",
          "v5.4",
          "+8068df3",
          "-",
          "\"full\"",
          "\"0101\"",
          "verdict",
          "[a.b.c]\n",
          "a.b = 1\n",
          "subsections = 3\n");

  @Property(tries = 500)
  void anyText(@ForAll String text) {
    check(text);
  }

  @Property(tries = 500)
  void anyPieces(@ForAll("pieces") String text) {
    check(text);
  }

  @Property(tries = 300)
  void anyMutationOfAGoodFile(@ForAll("mutated") String text) {
    check(text);
  }

  @Property(tries = 500)
  void anyBytes(@ForAll byte[] bytes) throws IOException {
    try {
      check(SourceText.of("f", new ByteArrayInputStream(bytes)));
    } catch (UnreadableException e) {
      assertFalse(e.problems().isEmpty());
    }
  }

  @Example
  void deepAndLongText() {
    int size = 5_000;
    check("a=" + "[".repeat(size));
    check("a" + ".a".repeat(size) + "=1");
    check("[a" + ".a".repeat(size) + "]");
    check("a=[{a=".repeat(size));
    check("[a]\n".repeat(size));
    check("=\n".repeat(size));
    check("a=1e" + "9".repeat(size));
    check("designs=[\"v5.4" + "+8068df3-8068df3".repeat(size / 10) + "\"]");
  }

  private static void check(String text) {
    checkProblems(text, () -> Samples.reader().read("f", "f", text));
    checkProblems(text, () -> ArchReader.read("f", text));
  }

  private static <T> void checkProblems(String text, ThrowingSupplier<T> read) {
    try {
      assertTimeoutPreemptively(Duration.ofSeconds(20), read);
    } catch (UnreadableException e) {
      assertFalse(e.problems().isEmpty());
      long lines = text.chars().filter(c -> c == '\n' || c == '\r').count() + 1;
      for (Problem problem : e.problems()) {
        assertTrue(1 <= problem.line() && problem.line() <= lines, problem::text);
        assertTrue(1 <= problem.column(), problem::text);
        assertTrue(problem.text().lines().count() == 1, problem::text);
      }
    }
  }

  @Provide
  Arbitrary<String> pieces() {
    return Arbitraries.of(PIECES).list().ofMaxSize(20).map(p -> String.join("", p));
  }

  @Provide
  Arbitrary<String> mutated() {
    Arbitrary<Mutation> mutation =
        Combinators.combine(
                Arbitraries.doubles().between(0, 1),
                Arbitraries.integers().between(0, 12),
                Arbitraries.of(PIECES).injectNull(0.2).map(p -> p == null ? "" : p))
            .as(Mutation::new);
    return Combinators.combine(Arbitraries.of(FILES), mutation.list().ofMinSize(1).ofMaxSize(4))
        .as(
            (file, mutations) -> {
              String text = file;
              for (Mutation m : mutations) {
                text = m.of(text);
              }
              return text;
            });
  }

  /** Some text taken away somewhere, and some put in its place. */
  private record Mutation(double where, int length, String piece) {
    String of(String text) {
      int from = (int) (where * text.length());
      int to = Math.min(text.length(), from + length);
      return text.substring(0, from) + piece + text.substring(to);
    }
  }
}
