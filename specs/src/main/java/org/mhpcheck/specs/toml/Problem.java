package org.mhpcheck.specs.toml;

/**
 * One thing that is wrong with a file.
 *
 * @param file as its reader would name it
 * @param line from 1
 * @param column from 1, in characters; a value that stands alone is found at its key
 */
public record Problem(String file, int line, int column, String found, String expected) {

  /** {@code FILE:LINE:COLUMN: found ..., expected ...}, on one line. */
  public String text() {
    return "%s:%d:%d: found %s, expected %s".formatted(file, line, column, found, expected);
  }
}
