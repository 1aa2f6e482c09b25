package org.mhpcheck.checker.print;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mhpcheck.checker.tool.Commands;
import org.mhpcheck.checker.tool.Commands.Ended;
import org.mhpcheck.checker.tool.ToolException;

/** Prints pages. */
public final class Chromium {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private static final Pattern DATE = Pattern.compile("/(?:CreationDate|ModDate) \\(D:([0-9]{14})");

  /** Where the page opens all that can be opened. */
  private static final String WHOLE = "#print";

  private static final String EPOCH = "19700101000000";

  private final String name;

  private Chromium(String name) {
    this.name = name;
  }

  /** Empty if there is none in {@code $PATH}. */
  public static Optional<Chromium> installed() {
    return NAMES.stream().filter(Commands::isInstalled).findFirst().map(Chromium::new);
  }

  /**
   * Prints the page {@code html} to {@code pdf}, without the network. Its dates are those of the
   * epoch, so that the same page comes to the same bytes.
   *
   * @param scratch an empty directory for what it keeps while it runs
   * @throws ToolException if it does not
   */
  public void print(Path html, Path pdf, Path scratch) {
    Ended ended =
        Commands.run(
            List.of(
                name,
                "--headless",
                "--no-sandbox", // for root it has none; the page is our own
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--host-resolver-rules=MAP * ~NOTFOUND",
                "--user-data-dir=" + scratch.toAbsolutePath(),
                "--no-pdf-header-footer",
                "--print-to-pdf=" + pdf.toAbsolutePath(),
                html.toAbsolutePath().toUri() + WHOLE),
            "",
            scratch,
            LONGEST);
    if (ended.status() != 0 || !Files.isRegularFile(pdf)) {
      throw new ToolException(
          "%s ended with %d and printed nothing: %s"
              .formatted(name, ended.status(), ended.err().lines().findFirst().orElse("")));
    }
    try {
      Files.write(pdf, withoutDates(Files.readAllBytes(pdf)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of the same length, since the document says where in it everything is. */
  static byte[] withoutDates(byte[] pdf) {
    Matcher dates = DATE.matcher(new String(pdf, StandardCharsets.ISO_8859_1));
    byte[] same = pdf.clone();
    while (dates.find()) {
      for (int i = 0; i < EPOCH.length(); i++) {
        same[dates.start(1) + i] = (byte) EPOCH.charAt(i);
      }
    }
    return same;
  }
}
