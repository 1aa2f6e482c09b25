package org.mhpcheck.reports.text;

/** What the parser says of text that is no JSON. */
public final class NotJson {
  /** What follows tells of the parser's own options, and has a place of another form in it. */
  private static final String OF_THE_PARSER = " (start marker at [";

  /** It repeats names and numbers of the file, which may be of any length. */
  private static final int LONGEST = 200;

  private NotJson() {}

  /** On one line, for people who do not know the parser. */
  public static String why(String said) {
    int end = said.indexOf(OF_THE_PARSER);
    return Words.brief(end < 0 ? said : said.substring(0, end), LONGEST);
  }
}
