package org.mhpcheck.specs.mutant;

import java.util.List;
import java.util.Map;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.specs.toml.PackagedFiles;

/**
 * Who has to notice which faults.
 *
 * @param design the kernel that they are planted in
 * @param scenarios the names of those that have to notice them, in the order in which they are
 *     asked
 * @param survivors why nobody notices a mutant, by what it is called
 */
public record MutantCatalogue(
    Design design, List<String> scenarios, Map<String, String> survivors) {
  private static final String FILE = "mutants.toml";

  /**
   * The one that ships with mhpcheck.
   *
   * @throws org.mhpcheck.specs.toml.UnreadableException with everything that is wrong with it
   */
  public static MutantCatalogue packaged() {
    return MutantCatalogueReader.read(FILE, PackagedFiles.text(FILE));
  }
}
