package org.mhpcheck.specs.coverage;

import java.util.Map;
import org.mhpcheck.specs.toml.PackagedFiles;

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
    return NeverFiredCatalogueReader.read(FILE, PackagedFiles.text(FILE));
  }
}
