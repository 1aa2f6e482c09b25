package org.mhpcheck.checker.bind.harness;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mhpcheck.checker.tool.PlainText;

/**
 * What a child process died of.
 *
 * @param file of the kernel, where a sanitizer saw something; empty if none did
 * @param line in it, from 1; 0 if there is no file
 * @param how in words
 */
record Obituary(String file, int line, String how) {
  private static final Pattern PLACE =
      Pattern.compile("(?:^|[\\s/])((?:mm|include/linux)/[\\w.-]+\\.[ch]):(\\d{1,9})(?!\\d)");
  private static final Pattern FRAME = Pattern.compile("#\\d+ 0x[0-9a-f]+ in (\\w+) .*");
  private static final Pattern UNDEFINED = Pattern.compile(".*: runtime error: (.*)");
  private static final Pattern ADDRESS =
      Pattern.compile("==\\d+==\\s*ERROR: AddressSanitizer: (\\S+)(?: .*)?");

  /**
   * @param ended how the process ended
   * @param words the end of what it said
   */
  static Obituary of(String ended, String words) {
    String report = "";
    for (String line : words.lines().toList()) {
      Matcher undefined = UNDEFINED.matcher(line);
      Matcher address = ADDRESS.matcher(line);
      if (undefined.matches()) {
        report = "UndefinedBehaviorSanitizer: " + undefined.group(1);
      } else if (address.matches()) {
        report = "AddressSanitizer: " + address.group(1);
      }
      Matcher place = PLACE.matcher(line);
      if (!report.isEmpty() && place.find()) {
        Matcher frame = FRAME.matcher(line.strip());
        String in = frame.matches() ? " in " + frame.group(1) + "()" : "";
        return new Obituary(
            place.group(1), Integer.parseInt(place.group(2)), PlainText.brief(report + in));
      }
    }
    String last = words.strip().lines().reduce("", (a, b) -> b);
    String said = report.isEmpty() ? last : report;
    return new Obituary("", 0, PlainText.brief(said.isEmpty() ? ended : ended + ": " + said));
  }
}
