package org.mhpcheck.checker.compose;

import java.util.List;
import org.mhpcheck.checker.parts.SpanningCall;

/** The calls that can be made, for any number of sections. */
public interface Calls {

  /**
   * What numbers of sections there can be: all multiples of this. Calls begin and end anywhere.
   *
   * @return at least 1
   */
  int unit();

  /**
   * Those over any of {@code sections}; the same number is the same step or condition whatever the
   * number of sections.
   */
  List<SpanningCall> over(int sections);
}
