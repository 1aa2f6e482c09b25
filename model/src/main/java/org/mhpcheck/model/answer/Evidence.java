package org.mhpcheck.model.answer;

/** What shows a violation. */
public sealed interface Evidence permits Trace, Evidence.Numbers {

  /** Numbers that contradict a claim about sizes. */
  record Numbers(String text) implements Evidence {}
}
