package org.mhpcheck.reports.past;

import java.util.Map;
import java.util.Optional;
import org.mhpcheck.model.answer.CompiledFrom;

/**
 * What is kept of a compiled kernel.
 *
 * @param name as findings have it
 * @param tree the directory, as it was given
 * @param files the SHA-256 of each file read
 * @param texts of its functions and definitions; empty where an earlier mhpcheck kept none
 */
public record PastKernel(
    String name, String tree, Map<String, String> files, Optional<CompiledFrom.Texts> texts) {

  static PastKernel of(CompiledFrom kernel) {
    return new PastKernel(
        kernel.kernel(), kernel.tree(), kernel.files(), Optional.of(kernel.texts()));
  }
}
