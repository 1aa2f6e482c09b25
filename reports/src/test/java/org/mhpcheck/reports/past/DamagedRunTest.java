package org.mhpcheck.reports.past;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.mhpcheck.damage.DamagedFile;
import org.mhpcheck.damage.ReadOrRefused;
import org.mhpcheck.model.answer.ExitStatus;
import org.mhpcheck.model.answer.RunReport;
import org.mhpcheck.reports.RunMaker;
import org.mhpcheck.reports.html.view.HistoryView;
import org.mhpcheck.reports.json.RunWriter;
import org.mhpcheck.reports.terminal.DifferenceText;

/** A run that was damaged is refused with a place in the file; or read, and can be told of. */
class DamagedRunTest {
  private static final String FILE = "f.json";

  private static final RunReport REPORT =
      RunMaker.run(
          false,
          ExitStatus.VIOLATED,
          RunMaker.violated(),
          RunMaker.inconclusive(),
          RunMaker.numbers());

  private static Path parent;

  @BeforeContainer
  static void makeADirectory() throws IOException {
    parent = Files.createTempDirectory("mhpcheck-runs");
  }

  @AfterContainer
  static void removeIt() throws IOException {
    Files.deleteIfExists(parent.resolve("run").resolve(PastRunReader.FILE));
    Files.deleteIfExists(parent.resolve("run"));
    Files.delete(parent);
  }

  @Provide
  Arbitrary<DamagedFile> runs() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new RunWriter().write(REPORT, out);
    return DamagedFile.of(List.of(out.toString(StandardCharsets.UTF_8)));
  }

  @Property
  void aRun(@ForAll("runs") DamagedFile file) {
    Optional<PastRun> read =
        ReadOrRefused.by(
            PastRunException.class,
            FILE,
            () -> PastRunReader.read(FILE, new ByteArrayInputStream(file.bytes())));
    read.ifPresent(DamagedRunTest::tell);
  }

  /** It hinders nobody from what the others say. */
  @Property
  void aRunAmongOthers(@ForAll("runs") DamagedFile file) throws IOException {
    Files.write(
        Files.createDirectories(parent.resolve("run")).resolve(PastRunReader.FILE), file.bytes());
    History history = new HistoryReader(parent).upTo(PastRun.of(REPORT));
    assertTrue(history.newest().isPresent());
    history.unreadable().forEach(ReadOrRefused::requireShowable);
  }

  private static void tell(PastRun run) {
    PastRun now = PastRun.of(REPORT);
    RunDifference difference = RunDifference.of(run, now);
    DifferenceText.all(difference).forEach(ReadOrRefused::requireShowable);
    HistoryView view =
        new HistoryView(
            History.of(
                List.of(
                    new History.Named(Optional.of("before"), run),
                    new History.Named(Optional.empty(), now)),
                List.of()));
    assertFalse(view.rows().isEmpty());
    assertFalse(view.trends().isEmpty());
  }
}
