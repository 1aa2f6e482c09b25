package org.mhpcheck.checker.compose;

import java.util.Optional;

/** When to give up. */
@FunctionalInterface
public interface Limit {

  /**
   * Why to give up, if so; asked now and then.
   *
   * @param states held
   * @param bytes that holding more could take
   */
  Optional<String> reached(long states, long bytes);
}
