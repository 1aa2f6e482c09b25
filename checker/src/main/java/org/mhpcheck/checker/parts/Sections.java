package org.mhpcheck.checker.parts;

/** What steps make of one section: states are numbers from 0, properties bits. */
public interface Sections {

  /** Whether {@code condition} holds of {@code state}. */
  boolean meets(int condition, int state);

  /** Every outcome of {@code step} on {@code state}, in a fixed order. */
  Outcome[] outcomes(int step, int state);

  /** The properties that {@code state} breaks, at rest. */
  long brokenBy(int state);

  /** The properties whose premise {@code state} meets, at rest. */
  long metBy(int state);

  /** What can come of a step. */
  interface Outcome {
    /** The state afterwards; meaningless if all is lost. */
    int next();

    /** What the step returned: an index into a plan's ways on, 0 to 63. */
    int code();

    /** Whether nothing can be told of what comes after. */
    boolean isLost();

    /** The properties of steps that it breaks. */
    long broken();

    /** The properties of steps whose premise it meets. */
    long met();
  }
}
