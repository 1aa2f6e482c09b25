package org.mhpcheck.specs.scenario;

import java.util.List;
import java.util.Optional;
import org.mhpcheck.model.layout.Architecture;
import org.mhpcheck.specs.toml.PackagedFiles;

/** The catalogue of architectures, {@code arches.toml}, in the order of that file. */
public final class Architectures {
  private static final String FILE = "arches.toml";
  private static final List<Architecture> ALL = read();

  private Architectures() {}

  public static List<Architecture> all() {
    return ALL;
  }

  public static Optional<Architecture> named(String name) {
    return ALL.stream().filter(a -> a.name().equals(name)).findFirst();
  }

  private static List<Architecture> read() {
    return ArchReader.read(FILE, PackagedFiles.text(FILE));
  }
}
