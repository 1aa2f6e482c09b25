package org.mhpcheck.model.design;

import java.util.List;
import java.util.Optional;
import org.mhpcheck.model.design.Change.Confidence;

/**
 * The commit that brought a change: when, which, and how it was read.
 *
 * @param release the first release that has it, by name
 * @param hash its first twelve digits, where they are settled
 */
record Commit(String release, Optional<String> hash, Confidence confidence) {

  static Commit source(String release, String... hash) {
    return of(release, Confidence.SOURCE, hash);
  }

  static Commit code(String release, String... hash) {
    return of(release, Confidence.CODE, hash);
  }

  static Commit listed(String release, String... hash) {
    return of(release, Confidence.LISTED, hash);
  }

  static Commit memory(String release, String... hash) {
    return of(release, Confidence.MEMORY, hash);
  }

  private static Commit of(String release, Confidence confidence, String... hash) {
    return new Commit(release, List.of(hash).stream().findFirst(), confidence);
  }

  /** The kernel's functions and types that it alters, so far as they are modelled. */
  static List<String> alters(String... functions) {
    return List.of(functions);
  }
}
