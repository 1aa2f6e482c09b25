package org.mhpcheck.specs.corpus;

import java.io.ByteArrayInputStream;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.mhpcheck.damage.DamagedFile;
import org.mhpcheck.damage.ReadOrRefused;
import org.mhpcheck.specs.toml.PackagedFiles;
import org.mhpcheck.specs.toml.SourceText;
import org.mhpcheck.specs.toml.UnreadableException;

/** A corpus that was damaged is read, or refused with a place in the file. */
class DamagedCorpusTest {
  private static final String FILE = "f.toml";

  @Provide
  Arbitrary<DamagedFile> corpora() {
    return DamagedFile.of(List.of(firstBugs(PackagedFiles.text("corpus.toml"))));
  }

  /** Enough, and soon read. */
  private static String firstBugs(String corpus) {
    return corpus.substring(0, corpus.indexOf("[B05]"));
  }

  @Property(tries = 200)
  void aCorpus(@ForAll("corpora") DamagedFile file) {
    ReadOrRefused.by(
        UnreadableException.class,
        FILE,
        () -> CorpusReader.read(FILE, SourceText.of(FILE, new ByteArrayInputStream(file.bytes()))));
  }
}
