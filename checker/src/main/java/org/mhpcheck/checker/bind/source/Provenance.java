package org.mhpcheck.checker.bind.source;

import java.util.Map;
import java.util.Set;
import org.mhpcheck.checker.bind.tool.Digest;

/**
 * What a compiled kernel was made of.
 *
 * @param kernel what it is called: {@code linux-6.12.117}
 * @param tree the directory
 * @param release as the Makefile says, or {@code unknown}
 * @param files the SHA-256 of each file read, by its path within the tree
 * @param functions that are the kernel's own, each with the SHA-256 of its {@link TokenText}
 * @param definitions the same of macros, types and variables that they mention
 * @param shimmed names that they mention and that are ours
 * @param compiler what gcc says it is
 */
public record Provenance(
    String kernel,
    String tree,
    String release,
    Map<String, String> files,
    Map<String, String> functions,
    Map<String, String> definitions,
    Set<String> shimmed,
    String compiler) {

  /** One SHA-256 for all files: trees of the same text have the same. */
  public String sources() {
    StringBuilder all = new StringBuilder();
    files.forEach((file, sha256) -> all.append(sha256).append("  ").append(file).append('\n'));
    return Digest.sha256(all.toString());
  }
}
