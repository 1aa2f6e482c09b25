package org.mhpcheck.checker.bind.tool;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;

/** Names for texts by what is in them. */
public final class Digest {
  private static final int KEY_DIGITS = 16;

  private Digest() {}

  /** The SHA-256 of a text as UTF-8: 64 digits, in lower case. */
  public static String sha256(String text) {
    return Hashing.sha256().hashString(text, StandardCharsets.UTF_8).toString();
  }

  /** The SHA-256 of bytes: 64 digits, in lower case. */
  public static String sha256(byte[] bytes) {
    return Hashing.sha256().hashBytes(bytes).toString();
  }

  /** The first 16 digits of a text's SHA-256, enough to call a directory by. */
  public static String key(String text) {
    return sha256(text).substring(0, KEY_DIGITS);
  }
}
