package org.mhpcheck.reports.past;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.io.MoreFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.mhpcheck.damage.DamagedFile;
import org.mhpcheck.damage.ReadOrRefused;
import org.mhpcheck.model.answer.RunReport;
import org.mhpcheck.reports.RunDirectory;

/** Runs that are read back from files with whatever in them. */
class DamagedWholeRunTest {
  private static final RunReader READER = new RunReader(new RunReaderTest.Names());

  private static Path directory;
  private static Path summary;
  private static String whole;

  @BeforeContainer
  static void write() throws IOException {
    directory = Files.createTempDirectory("mhpcheck-answers");
    RunDirectory.at(directory).writeAnswers(RunReaderTest.RUN);
    summary = directory.resolve(PastRunReader.FILE);
    whole = Files.readString(summary);
  }

  @AfterContainer
  static void remove() throws IOException {
    MoreFiles.deleteRecursively(directory);
  }

  @Provide
  Arbitrary<DamagedFile> runs() {
    return DamagedFile.of(List.of(whole));
  }

  private static Optional<RunReport> read(byte[] bytes) throws IOException {
    Files.write(summary, bytes);
    return ReadOrRefused.by(
        PastRunException.class, directory.toString(), () -> READER.read(directory));
  }

  @Property
  void isReadOrRefused(@ForAll("runs") DamagedFile file) throws IOException {
    read(file.bytes());
  }

  @Example
  void whatIsNotDamagedIsRead() throws IOException {
    assertTrue(read(whole.getBytes(StandardCharsets.UTF_8)).isPresent());
  }
}
