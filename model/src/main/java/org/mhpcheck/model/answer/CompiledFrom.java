package org.mhpcheck.model.answer;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a compiled kernel was made of.
 *
 * @param kernel its name, as findings have it
 * @param tree the directory, as it was given
 * @param release as its Makefile says
 * @param patch what was applied to a copy of the tree, if anything was
 * @param files the SHA-256 of each file read, by its path within the tree; after the patch
 * @param sources one SHA-256 for all files: kernels of the same sources have the same
 * @param functions that are the kernel's own
 * @param shimmed names that they mention and that are mhpcheck's
 * @param compiler what it says it is
 */
public record CompiledFrom(
    String kernel,
    String tree,
    String release,
    Optional<Patch> patch,
    Map<String, String> files,
    String sources,
    Set<String> functions,
    Set<String> shimmed,
    String compiler) {

  /** A patch file, as it was given. */
  public record Patch(String file, String sha256) {}
}
