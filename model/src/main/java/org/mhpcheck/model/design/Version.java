package org.mhpcheck.model.design;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version of a kernel as its Makefile counts: 6.12.117. Linus's v6.12 is 6.12.0; what comes
 * after the numbers ({@code -rc3}) does not count.
 */
public record Version(int major, int minor, int sublevel) implements Comparable<Version> {
  private static final Pattern TEXT =
      Pattern.compile("([0-9]{1,4})\\.([0-9]{1,4})(?:\\.([0-9]{1,4}))?(?:[^0-9.].*)?");
  private static final Comparator<Version> ORDER =
      Comparator.comparing(Version::major)
          .thenComparing(Version::minor)
          .thenComparing(Version::sublevel);

  /** Reads {@code 6.12}, {@code 6.12.117} or {@code 6.13.0-rc3}; empty if it is none such. */
  public static Optional<Version> parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new Version(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3))))
        : Optional.empty();
  }

  /** Whether both are of one of Linus's releases: 6.12.4 and 6.12.117. */
  public boolean isOfSameSeries(Version other) {
    return major == other.major && minor == other.minor;
  }

  /** A number that orders Linus's releases: no X.Y had a hundred of them. */
  int series() {
    return 100 * major + minor;
  }

  @Override
  public int compareTo(Version other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return sublevel == 0 ? major + "." + minor : major + "." + minor + "." + sublevel;
  }
}
