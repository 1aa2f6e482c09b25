package org.mhpcheck.checker.agree;

import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/**
 * Makes more tries where {@code -Dmhpcheck.tries=N} asks for them: N of a law that else makes
 * {@value #USUAL}, of others in proportion. Writes the files of a contradiction.
 */
final class LongRun implements AroundPropertyHook {
  static final int USUAL = 10;

  private static final String TRIES = "mhpcheck.tries";

  @Override
  public PropagationMode propagateTo() {
    return PropagationMode.ALL_DESCENDANTS;
  }

  @Override
  public PropertyExecutionResult aroundProperty(
      PropertyLifecycleContext context, PropertyExecutor property) {
    Integer asked = Integer.getInteger(TRIES);
    if (asked != null) {
      int tries = context.attributes().tries().orElse(USUAL);
      context.attributes().setTries(Math.max(1, Math.multiplyExact(tries, asked) / USUAL));
    }
    PropertyExecutionResult result = property.execute();
    result
        .throwable()
        .filter(Contradiction.class::isInstance)
        .map(Contradiction.class::cast)
        .ifPresent(c -> c.write(context.targetMethod().getName()));
    return result;
  }
}
