package org.mhpcheck.specs.scenario;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.mhpcheck.damage.DamagedFile;
import org.mhpcheck.damage.ReadOrRefused;
import org.mhpcheck.specs.property.Properties;
import org.mhpcheck.specs.toml.PackagedFiles;
import org.mhpcheck.specs.toml.SourceText;
import org.mhpcheck.specs.toml.UnreadableException;

/** Scenarios that were damaged are read, or refused with a place in the file. */
class DamagedScenarioTest {
  private static final String FILE = "f.toml";
  private static final ScenarioReader READER = new ScenarioReader(Properties.all());

  /** Of each engine, with all kinds of keys and expectations. */
  private static final List<String> SCENARIOS =
      Stream.of(
              "history/b01-readded-early-usage",
              "history/b20-reserve-asked",
              "latent/l03-boot-out-of-memory",
              "any-sections/v6.12-direct-altmaps",
              "proofs/boot-usage-never-freed",
              "latent/l14-usage-in-uncounted-page",
              "releases/rewritten-deactivation-does-the-same",
              "series/usages-packed-by-usemap")
          .map(name -> PackagedFiles.text("scenarios/" + name + ".toml"))
          .toList();

  @Provide
  Arbitrary<DamagedFile> scenarios() {
    return DamagedFile.of(SCENARIOS);
  }

  @Provide
  Arbitrary<DamagedFile> architectures() {
    return DamagedFile.of(List.of(PackagedFiles.text("arches.toml")));
  }

  @Property
  void aScenario(@ForAll("scenarios") DamagedFile file) {
    ReadOrRefused.by(UnreadableException.class, FILE, () -> READER.read("f", FILE, text(file)));
  }

  @Property(tries = 200)
  void architecturesOfTheCatalogue(@ForAll("architectures") DamagedFile file) {
    ReadOrRefused.by(UnreadableException.class, FILE, () -> ArchReader.read(FILE, text(file)));
  }

  private static String text(DamagedFile file) throws IOException {
    return SourceText.of(FILE, new ByteArrayInputStream(file.bytes()));
  }
}
