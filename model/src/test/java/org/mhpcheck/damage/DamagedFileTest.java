package org.mhpcheck.damage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.opentest4j.AssertionFailedError;

/** That readers which break the rule are noticed. */
class DamagedFileTest {
  private static final String SAMPLE = "sections = 1\nsubsections = 64\n";

  /** What a reader of {@link #SAMPLE} refuses with. */
  private static final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refusal(String message) {
      super(message);
    }
  }

  /** As it is written where it is forgotten that others write such files. */
  private static int trusting(String file) {
    String[] lines = file.split("\n", -1);
    return Integer.parseInt(lines[0].split(" = ", -1)[1])
        * Integer.parseInt(lines[1].split(" = ", -1)[1]);
  }

  private static int careful(String file) {
    try {
      return trusting(file);
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      throw new Refusal("f: expected 'sections = N', then 'subsections = N'");
    }
  }

  @Provide
  Arbitrary<DamagedFile> damaged() {
    return DamagedFile.of(List.of(SAMPLE));
  }

  @Property
  void aCarefulReaderKeepsTheRule(@ForAll("damaged") DamagedFile file) {
    ReadOrRefused.by(Refusal.class, "f", () -> careful(file.text()));
  }

  @Example
  void aTrustingReaderIsCaught() {
    List<String> files = damaged().sampleStream().limit(200).map(DamagedFile::text).toList();
    assertTrue(files.stream().anyMatch(f -> throwsOther(() -> trusting(f))));
    assertTrue(files.stream().noneMatch(f -> throwsOther(() -> careful(f))));
    assertEquals(Optional.of(64), ReadOrRefused.by(Refusal.class, "f", () -> trusting(SAMPLE)));
  }

  private static boolean throwsOther(Runnable reader) {
    try {
      ReadOrRefused.by(
          Refusal.class,
          "f",
          () -> {
            reader.run();
            return 1;
          });
      return false;
    } catch (RuntimeException e) {
      return true;
    }
  }

  @Example
  void aStackThatOverflowsIsNoRefusal() {
    assertThrows(
        StackOverflowError.class,
        () -> ReadOrRefused.by(Refusal.class, "f", () -> nested("[".repeat(1_000_000), 0)));
  }

  private static int nested(String brackets, int at) {
    return at == brackets.length() ? 0 : 1 + nested(brackets, at + 1);
  }

  @Example
  void aRefusalThatSteersATerminalIsCaught() {
    for (String message :
        List.of("f: found \u001b[2J", "f: found \u202e", " ", "no name", "f".repeat(20_000))) {
      assertThrows(
          AssertionFailedError.class,
          () ->
              ReadOrRefused.by(
                  Refusal.class,
                  "f",
                  () -> {
                    throw new Refusal(message);
                  }));
    }
  }

  @Example
  void everyDamageIsDone() {
    Set<Damage> done = EnumSet.noneOf(Damage.class);
    for (Damage damage : Damage.values()) {
      for (int choice = 0; choice < 10; choice++) {
        Damage.Hit hit = new Damage.Hit(0.1 * choice, 0.7, choice);
        if (!damage.to(SAMPLE, hit).equals(SAMPLE)) {
          done.add(damage);
        }
      }
    }
    assertEquals(EnumSet.allOf(Damage.class), done);
  }
}
