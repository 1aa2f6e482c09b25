package org.mhpcheck.specs.corpus;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import org.mhpcheck.specs.toml.PackagedFiles;

/** The entries of {@code corpus.toml}, in the order of that file. */
public final class Corpus {
  private static final String FILE = "corpus.toml";

  private final ImmutableList<Entry> entries;

  Corpus(List<Entry> entries) {
    this.entries = ImmutableList.copyOf(entries);
  }

  /**
   * The one that ships with mhpcheck.
   *
   * @throws org.mhpcheck.specs.toml.UnreadableException with everything that is wrong with it
   */
  public static Corpus packaged() {
    return CorpusReader.read(FILE, PackagedFiles.text(FILE));
  }

  public List<Entry> entries() {
    return entries;
  }

  public List<String> ids() {
    return entries.stream().map(Entry::id).toList();
  }

  /** The entry of this id, in small letters or capitals. */
  public Optional<Entry> named(String id) {
    return entries.stream().filter(e -> e.id().equalsIgnoreCase(id)).findFirst();
  }

  /** The entry that the scenario {@code name} is about. */
  public Optional<Entry> owning(String name) {
    return entries.stream().filter(e -> e.owns(name)).findFirst();
  }
}
