package org.mhpcheck.specs.toml;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The text of a file. What is no text is a problem of the file, like any other. */
public final class SourceText {
  /** Far more than a scenario needs: a mistaken path must not fill the memory. */
  public static final int MAX_BYTES = 128 * 1024;

  private SourceText() {}

  public static String of(Path file) {
    String name = file.toString();
    if (Files.isDirectory(file)) {
      throw unreadable(name, "a directory", "a file");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return of(name, in);
    } catch (NoSuchFileException e) {
      throw unreadable(name, "no such file", "a file");
    } catch (AccessDeniedException e) {
      throw unreadable(name, "no permission to read", "a file that can be read");
    } catch (IOException e) {
      throw unreadable(
          name,
          "an error of reading: " + Wording.oneLine(String.valueOf(e.getMessage())),
          "a file that can be read");
    }
  }

  public static String of(String name, InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(MAX_BYTES + 1);
    if (bytes.length > MAX_BYTES) {
      throw unreadable(name, "a larger file", "at most %d bytes".formatted(MAX_BYTES));
    }
    CharsetDecoder decoder = UTF_8.newDecoder();
    ByteBuffer from = ByteBuffer.wrap(bytes);
    CharBuffer to = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(from, to, true);
    String text = to.flip().toString();
    if (result.isError()) {
      int line = (int) text.chars().filter(c -> c == '\n').count() + 1;
      String last = text.substring(text.lastIndexOf('\n') + 1);
      Problems problems = new Problems(name);
      problems.add(
          line,
          last.codePointCount(0, last.length()) + 1,
          "the byte 0x%02x".formatted(bytes[from.position()]),
          "UTF-8");
      throw problems.exception();
    }
    return text;
  }

  private static UnreadableException unreadable(String name, String found, String expected) {
    Problems problems = new Problems(name);
    problems.add(1, 1, found, expected);
    return problems.exception();
  }
}
