package org.mhpcheck.model.kernel;

/** What a kernel function returns: 0, or an error number (include/uapi/asm-generic). */
public enum Errno {
  OK(0),
  ENOMEM(-12),
  EEXIST(-17),
  EINVAL(-22);

  private final int code;

  Errno(int code) {
    this.code = code;
  }

  /** The number as the kernel returns it: 0 or negative. */
  public int code() {
    return code;
  }

  /** As kernel people write it: {@code 0}, {@code -EEXIST}. */
  public String text() {
    return this == OK ? "0" : "-" + name();
  }
}
