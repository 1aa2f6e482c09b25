package org.mhpcheck.model.kernel;

/** An allocation that may fail. */
public enum FaultPoint {
  /** kzalloc() of the usage, in section_activate(). */
  USAGE("usage allocation"),
  /** The memmap of some subsection, in populate_section_memmap(). */
  MEMMAP("memmap allocation");

  private final String text;

  FaultPoint(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }
}
