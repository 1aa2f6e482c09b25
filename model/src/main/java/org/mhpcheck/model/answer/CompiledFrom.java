package org.mhpcheck.model.answer;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a compiled kernel was made of.
 *
 * @param kernel its name, as findings have it
 * @param tree the directory, as it was given
 * @param release as its Makefile says
 * @param patch what was applied to a copy of the tree, if anything was
 * @param files the SHA-256 of each file read, by its path within the tree; after the patch
 * @param sources one SHA-256 for all files: kernels of the same sources have the same
 * @param texts of what is the kernel's own
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
    Texts texts,
    Set<String> shimmed,
    String compiler) {

  /** A patch file, as it was given. */
  public record Patch(String file, String sha256) {}

  /**
   * What the kernel's own is, word by word: the SHA-256 of each text by its name. Comments, line
   * ends and the insides of strings are no part of a text, so that what differs may do something
   * else.
   *
   * @param functions with their bodies
   * @param definitions macros, types and variables that these mention
   */
  public record Texts(Map<String, String> functions, Map<String, String> definitions) {

    /** These, and others. */
    public Texts and(Texts others) {
      return new Texts(both(functions, others.functions), both(definitions, others.definitions));
    }

    private static Map<String, String> both(Map<String, String> some, Map<String, String> more) {
      Map<String, String> both = new TreeMap<>(some);
      more.forEach(both::putIfAbsent);
      return both;
    }
  }

  /** The same, with what another program is made of that was compiled of it. */
  public CompiledFrom with(Texts others) {
    return new CompiledFrom(
        kernel, tree, release, patch, files, sources, texts.and(others), shimmed, compiler);
  }

  /** The kernel's own functions. */
  public Set<String> functions() {
    return texts.functions().keySet();
  }
}
