package org.mhpcheck.checker.bind;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;

/** Names for texts by what is in them. */
final class Digest {
  private Digest() {}

  static String sha256(String text) {
    return Hashing.sha256().hashString(text, StandardCharsets.UTF_8).toString();
  }

  static String sha256(byte[] bytes) {
    return Hashing.sha256().hashBytes(bytes).toString();
  }
}
