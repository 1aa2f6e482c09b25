package org.mhpcheck.damage;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * A file as whoever wrote, sent or kept it may have left it.
 *
 * @param how what was done to which sample, for who looks into a failure
 * @param text a character for a byte
 */
public record DamagedFile(String how, String text) {
  private static final int MOST_DAMAGES = 4;
  private static final int MOST_CHOICES = 1 << 16;

  /** What was done where. */
  private record Done(Damage damage, Damage.Hit hit) {}

  /** Any bytes; or, mostly, one of {@code samples} with some damage done to it. */
  public static Arbitrary<DamagedFile> of(List<String> samples) {
    return ofBytes(samples.stream().map(s -> s.getBytes(StandardCharsets.UTF_8)).toList());
  }

  /** The same of samples that are no text. */
  public static Arbitrary<DamagedFile> ofBytes(List<byte[]> samples) {
    List<String> bytes =
        samples.stream().map(s -> new String(s, StandardCharsets.ISO_8859_1)).toList();
    Arbitrary<DamagedFile> any =
        Arbitraries.strings()
            .withCharRange('\0', '\u00ff')
            .ofMaxLength(200)
            .map(text -> new DamagedFile("any bytes", text));
    return Arbitraries.frequencyOf(Tuple.of(1, any), Tuple.of(9, damaged(bytes)));
  }

  private static Arbitrary<DamagedFile> damaged(List<String> samples) {
    Arbitrary<Double> place = Arbitraries.doubles().between(0, 1).ofScale(4);
    Arbitrary<Integer> choice = Arbitraries.integers().between(0, MOST_CHOICES).withoutEdgeCases();
    Arbitrary<List<Done>> done =
        Combinators.combine(
                Arbitraries.of(Damage.class),
                Combinators.combine(place, place, choice).as(Damage.Hit::new))
            .as(Done::new)
            .list()
            .ofMinSize(1)
            .ofMaxSize(MOST_DAMAGES);
    Arbitrary<Integer> sample = Arbitraries.integers().between(0, samples.size() - 1);
    return Combinators.combine(sample, done).as((i, d) -> after(i, samples.get(i), d));
  }

  private static DamagedFile after(int number, String sample, List<Done> done) {
    String text = sample;
    for (Done one : done) {
      text = text.isEmpty() ? text : one.damage().to(text, one.hit());
    }
    return new DamagedFile("sample %d: %s".formatted(number, done), text);
  }

  public byte[] bytes() {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  @Override
  public String toString() {
    return "%s, %d bytes".formatted(how, text.length());
  }
}
