package org.mhpcheck.checker.bind.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.mhpcheck.checker.bind.shim.Resources;
import org.mhpcheck.checker.bind.source.Item.Kind;
import org.mhpcheck.checker.bind.tool.BindException;
import org.mhpcheck.checker.bind.tool.CacheDirectory;
import org.mhpcheck.checker.bind.tool.Configuration;
import org.mhpcheck.checker.bind.tool.Digest;
import org.mhpcheck.checker.bind.tool.Gcc;
import org.mhpcheck.model.kernel.Place;

/** The functions of a tree that a kernel is made of, and where they came from. */
public final class KernelSource {
  /**
   * What is read of a tree, by paths within it: headers first, and the loops over sections last.
   * Not every release has every file.
   */
  public static final List<String> FILES =
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

  /** What is compiled with SPARSEMEM_VMEMMAP and ZONE_DEVICE only, all of it (mm/Makefile). */
  private static final Set<String> OF_VMEMMAP = Set.of("mm/sparse-vmemmap.c", "mm/memremap.c");

  /** What is asked of a tree, and with which of our own C around it. */
  private enum Part {
    SECTIONS(List.of(Resources.PRELUDE), Resources.HARNESS),
    SPANS(List.of(Resources.PRELUDE, Resources.ZONES), Resources.SPANS),
    PLACEMENTS(
        List.of(Resources.PRELUDE, Resources.PLACEMENTS_PRELUDE),
        Resources.PLACEMENTS,
        List.of("mm/bootmem_info.c"),
        Set.of("check_usemap_section_nr"));

    private final List<String> preludes;
    private final String harness;

    /** What is read besides, last. */
    private final List<String> files;

    /** What the preludes provide elsewhere, and is the kernel's own here. */
    private final Set<String> real;

    Part(List<String> preludes, String harness) {
      this(preludes, harness, List.of(), Set.of());
    }

    Part(List<String> preludes, String harness, List<String> files, Set<String> real) {
      this.preludes = preludes;
      this.harness = harness;
      this.files = files;
      this.real = real;
    }

    List<Root> roots(Configuration configuration) {
      return switch (this) {
        case SECTIONS -> Root.all(configuration);
        case SPANS -> Root.SPANS;
        case PLACEMENTS -> Root.PLACEMENTS;
      };
    }
  }

  private final Part part;
  private final Slice slice;
  private final Provenance provenance;

  private KernelSource(Part part, Slice slice, Provenance provenance) {
    this.part = part;
    this.slice = slice;
    this.provenance = provenance;
  }

  /** Reads a tree, configured with VMEMMAP. */
  public static KernelSource of(KernelTree tree, Path scratch) {
    return of(tree, scratch, Configuration.VMEMMAP);
  }

  /**
   * Reads a tree.
   *
   * @param scratch a directory for our own headers; it has to be there
   * @throws BindException if a root is missing, gcc cannot read the tree, or there is no gcc
   */
  public static KernelSource of(KernelTree tree, Path scratch, Configuration configuration) {
    return of(Part.SECTIONS, tree, scratch, configuration);
  }

  /**
   * The same of the functions of zones and spans, with SPARSEMEM_VMEMMAP.
   *
   * @throws BindException if a root is missing, as up to v5.4
   */
  public static KernelSource ofSpans(KernelTree tree, Path scratch) {
    return of(Part.SPANS, tree, scratch, Configuration.VMEMMAP);
  }

  /**
   * The same of boot's placement of usages, with SPARSEMEM_VMEMMAP.
   *
   * @throws BindException if a root is missing, as up to v5.13 and from v7.1 on
   */
  public static KernelSource ofPlacements(KernelTree tree, Path scratch) {
    return of(Part.PLACEMENTS, tree, scratch, Configuration.VMEMMAP);
  }

  private static KernelSource of(
      Part part, KernelTree tree, Path scratch, Configuration configuration) {
    try {
      Resources.copyTo(scratch);
    } catch (IOException e) {
      throw CacheDirectory.unwritable(scratch, e);
    }
    String compiler = Gcc.version(scratch);
    List<Item> items = new ArrayList<>();
    Map<String, String> files = new TreeMap<>();
    for (String file : files(part, configuration)) {
      Optional<String> text = tree.read(file);
      if (text.isPresent()) {
        String sha256 = Digest.sha256(text.get().getBytes(StandardCharsets.ISO_8859_1));
        files.put(file, sha256);
        items.addAll(FileItems.of(text.get(), sha256, file, scratch, configuration, compiler));
      }
    }
    Slice slice = new Slicer(items, prelude(part)).slice(part.roots(configuration));
    return new KernelSource(
        part,
        slice,
        new Provenance(
            tree.name(),
            tree.directory().toString(),
            tree.release(),
            files,
            slice.digests(EnumSet.of(Kind.FUNCTION)),
            slice.digests(EnumSet.of(Kind.MACRO, Kind.TYPE, Kind.VARIABLE)),
            slice.shimmed(),
            compiler));
  }

  private static List<String> files(Part part, Configuration configuration) {
    return Stream.concat(FILES.stream(), part.files.stream())
        .filter(f -> configuration == Configuration.VMEMMAP || !OF_VMEMMAP.contains(f))
        .toList();
  }

  private static List<Item> prelude(Part part) {
    List<Item> items = new ArrayList<>();
    List<String> names = new ArrayList<>(List.of(Resources.CONFIG));
    names.addAll(part.preludes);
    for (String name : names) {
      items.addAll(ItemSplitter.split(Resources.read(name), name));
    }
    items.removeIf(i -> i.names().stream().anyMatch(part.real::contains));
    return items;
  }

  Slice slice() {
    return slice;
  }

  public Provenance provenance() {
    return provenance;
  }

  /** Its functions, in the order of the files, then of lines. */
  public List<KernelFunction> functions() {
    return slice.functions();
  }

  /**
   * Where one of the functions that are asked stands in the tree; empty for any other.
   *
   * @param function by our own name for it, where trees differ
   */
  public Optional<Place> place(String function) {
    return slice.place(function);
  }

  /** What it has of that which not every tree has. */
  public Set<Feature> features() {
    return slice.features();
  }

  /** The whole program, as C; it includes our own, by name. */
  public String toC() {
    StringBuilder c =
        new StringBuilder("/* Made of kernel text, GPL-2.0: for this machine only. */\n");
    part.preludes.forEach(name -> c.append(including(name)));
    return c.append(slice.toC()).append(including(part.harness)).toString();
  }

  private static String including(String name) {
    return "#include \"%s\"\n".formatted(name);
  }

  /** Writes {@link #toC}, all at once, into a directory that is there. */
  public void writeTo(Path file) throws IOException {
    CacheDirectory.put(file, toC());
  }
}
