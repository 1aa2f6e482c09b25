package org.mhpcheck.reports.html;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.WriterOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.mhpcheck.model.answer.Finding;
import org.mhpcheck.model.answer.RunReport;
import org.mhpcheck.reports.html.view.Background;
import org.mhpcheck.reports.html.view.RunView;

/** Writes the page of a run. */
public final class HtmlReport {
  private static final String TEMPLATES = "org.mhpcheck.reports.html.template";

  private final Background background;
  private final Function<Finding, Optional<String>> traceFile;

  /**
   * @param traceFile where a finding's trace is, relative to the page
   */
  public HtmlReport(Background background, Function<Finding, Optional<String>> traceFile) {
    this.background = background;
    this.traceFile = traceFile;
  }

  /** Writes all of {@code report}; leaves {@code out} open. */
  public void write(RunReport report, OutputStream out) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    Map<String, Object> parameters =
        Map.of(
            "run", new RunView(report, background, traceFile),
            "style", resource("report.css"),
            "script", resource("report.js"));
    try {
      TemplateEngine.createPrecompiled(null, ContentType.Html, null, TEMPLATES)
          .render("page.jte", parameters, new WriterOutput(writer));
    } catch (UncheckedIOException e) {
      throw e.getCause(); // the disk, not the template
    }
    writer.flush();
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
