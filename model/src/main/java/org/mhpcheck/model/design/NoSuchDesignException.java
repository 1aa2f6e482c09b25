package org.mhpcheck.model.design;

/** A design that cannot be had: no such release or change, or a combination that makes no sense. */
public final class NoSuchDesignException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  public NoSuchDesignException(String message) {
    super(message);
  }
}
