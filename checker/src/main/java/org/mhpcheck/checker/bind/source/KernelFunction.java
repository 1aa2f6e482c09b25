package org.mhpcheck.checker.bind.source;

/**
 * Where a function stands in its tree.
 *
 * @param file the path within the tree
 * @param line where it begins, from 1; its comment is not part of it
 * @param lastLine where it ends
 */
public record KernelFunction(String name, String file, int line, int lastLine) {}
