package org.mhpcheck.damage;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What may have happened to a file. A character stands for a byte. */
enum Damage {
  FLIPPED {
    @Override
    String to(String file, Hit hit) {
      int at = hit.at(file.length() - 1);
      char flipped = (char) (file.charAt(at) ^ 1 << hit.choice() % Byte.SIZE);
      return file.substring(0, at) + flipped + file.substring(at + 1);
    }
  },
  INSERTED {
    @Override
    String to(String file, Hit hit) {
      int at = hit.at(file.length());
      return file.substring(0, at) + hit.of(PIECES) + file.substring(at);
    }
  },
  DELETED {
    @Override
    String to(String file, Hit hit) {
      int at = hit.at(file.length());
      return file.substring(0, at)
          + file.substring(Math.min(file.length(), at + 1 + hit.choice() % 40));
    }
  },
  CUT_OFF {
    @Override
    String to(String file, Hit hit) {
      return file.substring(0, hit.at(file.length()));
    }
  },
  LINE_DROPPED {
    @Override
    String to(String file, Hit hit) {
      return withLine(file, hit, "", "");
    }
  },
  LINE_DOUBLED {
    @Override
    String to(String file, Hit hit) {
      String line = line(file, hit);
      return withLine(file, hit, line, line);
    }
  },
  /** A line also stands in another's place. */
  LINE_REPLACED {
    @Override
    String to(String file, Hit hit) {
      return withLine(file, hit, line(file, hit.elsewhere()), "");
    }
  },
  LINE_ENDS_OF_ANOTHER_SYSTEM {
    @Override
    String to(String file, Hit hit) {
      return file.replace("\n", hit.choice() % 2 == 0 ? "\r\n" : "\r");
    }
  },
  NUMBER_REPLACED {
    @Override
    String to(String file, Hit hit) {
      return withNext(file, NUMBER, hit, hit.of(NUMBERS));
    }
  },
  /** By another word of the same file. */
  WORD_REPLACED {
    @Override
    String to(String file, Hit hit) {
      int from = hit.elsewhere().at(file.length() - 1);
      Matcher other = WORD.matcher(file);
      return other.find(from) ? withNext(file, WORD, hit, other.group()) : file;
    }
  };

  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+");
  private static final Pattern WORD = Pattern.compile("[\\w.-]+");

  private static final List<String> NUMBERS =
      List.of(
          "0",
          "-1",
          "00",
          "1.5",
          "1e400",
          "0x10",
          "+1",
          "2147483647",
          "-2147483648",
          "4294967296",
          "9223372036854775807",
          "9223372036854775808",
          "9".repeat(12),
          "9".repeat(2000),
          "NaN");

  /** What readers trip over: of texts, of the formats that are read, and of C. */
  private static final List<String> PIECES =
      List.of(
          "\0",
          "\n",
          "\r\n",
          "\u00ef\u00bb\u00bf", // a byte order mark
          "\u00ff\u00fe", // of UTF-16
          "\u00c0\u0080", // too long a form of 0
          "\u00ed\u00a0\u0080", // half of a pair
          "\u00e2\u0080\u00ae", // turns the line round
          "\u00f0\u009f\u0098\u0080",
          "\u001b[2J",
          "\u009b2J",
          "\\u001b[2J",
          "\\ud800",
          "\"",
          "'",
          "\\",
          "/*",
          "*/",
          "{",
          "}",
          "[",
          "]",
          "(",
          ")",
          "#",
          "=",
          ":",
          ";",
          ",",
          "null",
          "true",
          "{}",
          "[]",
          "[".repeat(5_000),
          "(".repeat(5_000),
          "{\"a\":".repeat(5_000),
          "[1]".repeat(10_000),
          "'a'".repeat(10_000),
          "a ".repeat(10_000),
          "\\\n".repeat(10_000),
          " ".repeat(20_000),
          "9".repeat(20_000),
          "x".repeat(20_000));

  /**
   * Where and how.
   *
   * @param where from 0, the beginning of the file, to 1
   * @param otherwhere another such place
   * @param choice among ways to do it
   */
  record Hit(double where, double otherwhere, int choice) {
    int at(int most) {
      return (int) Math.round(where * most);
    }

    Hit elsewhere() {
      return new Hit(otherwhere, where, choice);
    }

    <T> T of(List<T> ways) {
      return ways.get(choice % ways.size());
    }
  }

  /** The file with this damage done to it; it has a byte at least. */
  abstract String to(String file, Hit hit);

  private static int lineStart(String file, Hit hit) {
    return file.lastIndexOf('\n', hit.at(file.length() - 1) - 1) + 1;
  }

  private static String line(String file, Hit hit) {
    int start = lineStart(file, hit);
    int end = file.indexOf('\n', start);
    return end < 0 ? file.substring(start) : file.substring(start, end + 1);
  }

  private static String withLine(String file, Hit hit, String first, String second) {
    int start = lineStart(file, hit);
    return file.substring(0, start)
        + first
        + second
        + file.substring(start + line(file, hit).length());
  }

  /** The first from there on, if there is one. */
  private static String withNext(String file, Pattern pattern, Hit hit, String by) {
    Matcher next = pattern.matcher(file);
    return next.find(hit.at(file.length() - 1))
        ? file.substring(0, next.start()) + by + file.substring(next.end())
        : file;
  }
}
