package org.mhpcheck.specs.mutant;

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

/** A catalogue of mutants that was damaged is read, or refused with a place in the file. */
class DamagedMutantsTest {
  private static final String FILE = "f.toml";

  @Provide
  Arbitrary<DamagedFile> catalogues() {
    return DamagedFile.of(List.of(PackagedFiles.text("mutants.toml")));
  }

  @Property(tries = 200)
  void aCatalogue(@ForAll("catalogues") DamagedFile file) {
    ReadOrRefused.by(
        UnreadableException.class,
        FILE,
        () ->
            MutantCatalogueReader.read(
                FILE, SourceText.of(FILE, new ByteArrayInputStream(file.bytes()))));
  }
}
