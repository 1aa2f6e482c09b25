package org.mhpcheck.specs.coverage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.mhpcheck.specs.toml.PackagedFiles;
import org.mhpcheck.specs.toml.SourceText;

/**
 * What of the modelled kernel never fires, and why.
 *
 * @param reasons by what it is called
 */
public record NeverFiredCatalogue(Map<String, String> reasons) {
  private static final String FILE = "never-fired.toml";

  /**
   * What ships with mhpcheck.
   *
   * @throws org.mhpcheck.specs.toml.UnreadableException with everything that is wrong with it
   */
  public static NeverFiredCatalogue packaged() {
    try (InputStream in = PackagedFiles.open(FILE)) {
      return NeverFiredCatalogueReader.read(FILE, SourceText.of(FILE, in));
    } catch (IOException e) {
      throw new UncheckedIOException(FILE, e);
    }
  }
}
