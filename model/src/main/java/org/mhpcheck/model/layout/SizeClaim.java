package org.mhpcheck.model.layout;

import java.util.List;
import java.util.Map;

/** A claim about sizes: all of several comparisons. */
public record SizeClaim(List<Comparison> comparisons) {

  /** One comparison. */
  public sealed interface Comparison {
    boolean holds(Map<Parameter, Integer> values);
  }

  /** Left is at least right. */
  public record AtLeast(Size left, Size right) implements Comparison {
    @Override
    public boolean holds(Map<Parameter, Integer> values) {
      return left.value(values) >= right.value(values);
    }
  }

  /** Left is a multiple of right. */
  public record MultipleOf(Size left, Size right) implements Comparison {
    @Override
    public boolean holds(Map<Parameter, Integer> values) {
      return left.value(values) % right.value(values) == 0;
    }
  }

  public static SizeClaim all(Comparison... comparisons) {
    return new SizeClaim(List.of(comparisons));
  }

  public boolean holds(Map<Parameter, Integer> values) {
    return comparisons.stream().allMatch(c -> c.holds(values));
  }
}
