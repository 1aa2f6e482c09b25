package org.mhpcheck.model.layout;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A claim about sizes: wherever all premises hold, all comparisons do.
 *
 * @param shown what tells, of numbers that break it, how they do
 */
public record SizeClaim(List<Comparison> premises, List<Comparison> comparisons, List<Term> shown) {
  private static final SizeClaim OF_NOTHING = new SizeClaim(List.of(), List.of(), List.of());

  /** A size with a name. */
  public record Term(String name, Size size) {}

  public static SizeClaim all(Comparison... comparisons) {
    return new SizeClaim(List.of(), List.of(comparisons), List.of());
  }

  /** The same, and {@code comparison} too. */
  public SizeClaim and(Comparison comparison) {
    return new SizeClaim(premises, add(comparisons, comparison), shown);
  }

  /** The same, said only where {@code premise} holds too. */
  public SizeClaim where(Comparison premise) {
    return new SizeClaim(add(premises, premise), comparisons, shown);
  }

  /** The same, which shows one size more. */
  public SizeClaim showing(String name, Size size) {
    return new SizeClaim(premises, comparisons, add(shown, new Term(name, size)));
  }

  private static <T> List<T> add(List<T> to, T element) {
    return Stream.concat(to.stream(), Stream.of(element)).toList();
  }

  /** The parameters it follows from. */
  public Set<Parameter> parameters() {
    Set<Parameter> parameters = EnumSet.noneOf(Parameter.class);
    premises.forEach(c -> parameters.addAll(c.parameters()));
    comparisons.forEach(c -> parameters.addAll(c.parameters()));
    return parameters;
  }

  /**
   * What is left to say once {@code values} are put in; what is shown is left out. A premise that
   * fails leaves nothing to say, and then the comparisons need not make sense.
   */
  public SizeClaim with(Map<Parameter, Integer> values) {
    List<Comparison> open = new ArrayList<>();
    for (Comparison premise : premises) {
      Comparison left = premise.with(values);
      if (!left.parameters().isEmpty()) {
        open.add(left);
      } else if (!left.holds(Map.of())) {
        return OF_NOTHING;
      }
    }
    return new SizeClaim(
        List.copyOf(open), comparisons.stream().map(c -> c.with(values)).toList(), List.of());
  }

  /** Whether it holds for {@code values}, which must be all it needs. */
  public boolean holds(Map<Parameter, Integer> values) {
    return !premises.stream().allMatch(c -> c.holds(values))
        || comparisons.stream().allMatch(c -> c.holds(values));
  }

  /** What {@code values} come to, in words. */
  public String show(Map<Parameter, Integer> values) {
    return shown.stream()
        .map(t -> t.name() + " " + t.size().value(values))
        .collect(Collectors.joining(", "));
  }
}
