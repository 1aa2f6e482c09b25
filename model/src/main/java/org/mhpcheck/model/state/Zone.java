package org.mhpcheck.model.state;

/** A zone that memory is in once somebody has moved it there: {@code enum zone_type}. */
public enum Zone {
  /** What goes online. */
  NORMAL("ZONE_NORMAL"),
  /** What devices have. */
  DEVICE("ZONE_DEVICE");

  private final String text;

  Zone(String text) {
    this.text = text;
  }

  /** The kernel's name of it. */
  public String text() {
    return text;
  }
}
