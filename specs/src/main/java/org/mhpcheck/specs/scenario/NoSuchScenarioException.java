package org.mhpcheck.specs.scenario;

/** No packaged scenario has this name. */
public final class NoSuchScenarioException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  NoSuchScenarioException(String message) {
    super(message);
  }
}
