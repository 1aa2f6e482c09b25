package org.mhpcheck.reports.evidence;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.mhpcheck.model.answer.CompiledFrom;
import org.mhpcheck.model.answer.RunReport;
import org.mhpcheck.reports.json.JsonOutput;
import org.mhpcheck.reports.text.Sha256;

/** Writes what a pack consists of, and what it was made of. */
public final class ManifestWriter {
  private final RunReport report;
  private final Path directory;
  private final List<Path> files;
  private final List<Path> changing;

  /**
   * @param directory of the pack
   * @param files those in it that are the same for the same question
   * @param changing those that are not
   */
  public ManifestWriter(RunReport report, Path directory, List<Path> files, List<Path> changing) {
    this.report = report;
    this.directory = directory;
    this.files = files.stream().sorted().toList();
    this.changing = changing;
  }

  public void write(OutputStream out) throws IOException {
    JsonGenerator json = JsonOutput.to(out);
    json.writeStartObject();
    json.writeStringField("tool", "mhpcheck");
    json.writeStringField("version", report.version());
    json.writeArrayFieldStart("commands");
    json.writeString("mhpcheck " + report.command());
    json.writeEndArray();
    json.writeBooleanField("complete", report.complete());
    json.writeNumberField("exitStatus", report.exitStatus().code());
    json.writeArrayFieldStart("sources");
    for (CompiledFrom kernel : report.kernels()) {
      json.writeStartObject();
      json.writeStringField("kernel", kernel.kernel());
      json.writeStringField("tree", kernel.tree());
      json.writeStringField("release", kernel.release());
      json.writeStringField("compiler", kernel.compiler());
      json.writeStringField("sha256", kernel.sources());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("files");
    for (Path file : files) {
      json.writeStartObject();
      json.writeStringField("file", name(file));
      json.writeNumberField("bytes", Files.size(file));
      json.writeStringField("sha256", Sha256.of(file));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("changing");
    for (Path file : changing) {
      json.writeString(name(file));
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeRaw('\n');
    json.flush();
  }

  private String name(Path file) {
    return directory.relativize(file).toString().replace('\\', '/');
  }
}
