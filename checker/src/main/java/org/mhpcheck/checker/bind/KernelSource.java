package org.mhpcheck.checker.bind;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mhpcheck.checker.bind.Item.Kind;

/** The functions of a tree that a kernel is made of, and where they came from. */
record KernelSource(Slice slice, Provenance provenance) {
  /** Headers first. Not every release has every file. */
  static final List<String> FILES =
      List.of(
          "include/linux/mmzone.h",
          "include/linux/memremap.h",
          "include/linux/memory_hotplug.h",
          "include/linux/mm.h",
          "mm/internal.h",
          "mm/sparse.c",
          "mm/sparse-vmemmap.c",
          "mm/memremap.c",
          "mm/memory_hotplug.c");

  /**
   * Reads a tree.
   *
   * @param scratch a directory for our own headers
   * @throws BindException if a root is missing or gcc cannot read the tree
   */
  static KernelSource of(KernelTree tree, Path scratch) {
    try {
      Resources.copyTo(scratch);
    } catch (IOException e) {
      throw new BindException("cannot write to the cache directory " + scratch, e);
    }
    List<Item> items = new ArrayList<>();
    Map<String, String> files = new TreeMap<>();
    for (String file : FILES) {
      Optional<String> text = tree.read(file);
      if (text.isPresent()) {
        files.put(file, Digest.sha256(text.get().getBytes(StandardCharsets.ISO_8859_1)));
        // Some trees were checked out with the line ends of another system.
        items.addAll(items(text.get().replace("\r\n", "\n"), file, scratch));
      }
    }
    Slice slice = new Slicer(items, prelude()).slice(Root.ALL);
    return new KernelSource(
        slice,
        new Provenance(
            tree.name(),
            tree.directory().toString(),
            tree.release(),
            files,
            slice.real(Kind.FUNCTION),
            slice.shimmed(),
            Gcc.version(scratch)));
  }

  /** What a file is called within the tree, whatever directory a tool put before it. */
  static String within(String file) {
    return FILES.stream().filter(f -> file.endsWith("/" + f)).findFirst().orElse(file);
  }

  private static List<Item> items(String text, String file, Path scratch) {
    return ItemSplitter.split(
        Gcc.decideConditionals(text, file, scratch.resolve(Resources.CONFIG)), file);
  }

  private static List<Item> prelude() {
    List<Item> items = new ArrayList<>();
    for (String name : List.of(Resources.CONFIG, Resources.PRELUDE)) {
      items.addAll(ItemSplitter.split(Resources.read(name), name));
    }
    return items;
  }

  /** The whole program, as C. */
  String toC() {
    return "/* Made of kernel text, GPL-2.0: for this machine only. */\n"
        + "#include \"prelude.h\"\n"
        + slice.toC()
        + "#include \"harness.c\"\n";
  }

  void writeTo(Path file) throws IOException {
    CacheDirectory.put(file, toC());
  }
}
