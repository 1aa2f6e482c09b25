package org.mhpcheck.checker.cli.session;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mhpcheck.checker.cli.console.CliException;
import org.mhpcheck.model.answer.ExitStatus;
import org.mhpcheck.reports.text.Words;

/**
 * One part of a run that is asked in several: every {@code of}-th scenario. Neighbours are alike,
 * so that each part has some of what takes long.
 *
 * @param number from 1 to {@code of}
 */
public record Shard(int number, int of) {
  public static final Shard WHOLE = new Shard(1, 1);

  private static final Pattern TEXT = Pattern.compile("([0-9]{1,6})/([0-9]{1,6})");

  /**
   * @param text such as {@code 2/4}
   */
  public static Shard parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (matcher.matches()) {
      int number = Integer.parseInt(matcher.group(1));
      int of = Integer.parseInt(matcher.group(2));
      if (1 <= number && number <= of) {
        return new Shard(number, of);
      }
    }
    throw new CliException(
        ExitStatus.USAGE,
        "--shard is '%s', expected I/N, from 1/N to N/N".formatted(Words.brief(text)));
  }

  /** The part of {@code all} that is this shard's. */
  public <T> List<T> of(List<T> all) {
    List<T> own = new ArrayList<>();
    for (int i = number - 1; i < all.size(); i += of) {
      own.add(all.get(i));
    }
    return own;
  }

  public boolean isFirst() {
    return number == 1;
  }
}
