package org.mhpcheck.checker.bind.source;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.mhpcheck.checker.bind.tool.BindException;
import org.mhpcheck.checker.bind.tool.CacheDirectory;
import org.mhpcheck.checker.tool.Commands;
import org.mhpcheck.checker.tool.Commands.Ended;

/**
 * Debian's package of a kernel's source, {@code linux-source-6.12} say. Fetched and unpacked with
 * private apt directories, so that neither root nor the system's lists are needed.
 *
 * @param version such as {@code 6.12}
 */
public record KernelPackage(String version) {
  /**
   * What is unpacked: what is compiled, and what the numbers of architectures stand in. Patterns,
   * in which a star is any text.
   */
  private static final List<String> PARTS =
      List.of(
          "Makefile",
          "mm",
          "include/linux",
          "include/asm-generic/pgtable-nop*.h",
          "arch/Kconfig",
          "arch/*/Kconfig",
          "arch/*/include/asm/page*.h",
          "arch/*/include/asm/pgtable*.h",
          "arch/*/include/asm/sparsemem.h");

  private static final String VERSION = "[0-9]{1,3}\\.[0-9]{1,3}";
  private static final String SOURCE = "linux-source-";
  private static final String TREES = "trees-2";

  /** Where an older mhpcheck put less of them, mm/ and include/linux alone. */
  private static final String FORMER_TREES = "trees";

  /** A slow line takes its time for 150 MB. */
  private static final Duration LONGEST = Duration.ofHours(2);

  public KernelPackage {
    if (!version.matches(VERSION)) {
      throw new IllegalArgumentException("found '%s', expected such as 6.12".formatted(version));
    }
  }

  private String source() {
    return SOURCE + version;
  }

  private Path place(Path cache) {
    return cache.resolve(TREES).resolve(source());
  }

  private Path formerPlace(Path cache) {
    return cache.resolve(FORMER_TREES).resolve(source());
  }

  /** The tree, if it was fetched before; maybe without arch/. */
  Optional<KernelTree> cached(Path cache) {
    return tree(place(cache)).or(() -> tree(formerPlace(cache)));
  }

  /** Every tree that was fetched before, from old to new. */
  public static List<KernelTree> allCached(Path cache) {
    Set<String> versions = new TreeSet<>();
    for (String parent : List.of(TREES, FORMER_TREES)) {
      for (String name : CacheDirectory.names(cache.resolve(parent))) {
        if (name.matches(SOURCE + VERSION)) {
          versions.add(name.substring(SOURCE.length()));
        }
      }
    }
    return versions.stream()
        .sorted(
            Comparator.comparing((String v) -> Integer.parseInt(v.split("\\.")[0]))
                .thenComparing(v -> Integer.parseInt(v.split("\\.")[1])))
        .flatMap(v -> new KernelPackage(v).cached(cache).stream())
        .toList();
  }

  private static Optional<KernelTree> tree(Path place) {
    return KernelTree.isThere(place) ? Optional.of(new KernelTree(place)) : Optional.empty();
  }

  /**
   * The tree, with arch/; fetched if it is not so in the cache.
   *
   * @param progress told what is going on
   * @throws BindException if it cannot be fetched
   */
  public KernelTree get(Path cache, Consumer<String> progress) {
    Optional<KernelTree> cached = tree(place(cache));
    if (cached.isPresent()) {
      progress.accept(source() + " is in the cache already");
      return cached.get();
    }
    Path work = null;
    try {
      work = Files.createTempDirectory(CacheDirectory.make(place(cache).getParent()), "fetch-");
      fetch(work, progress);
      return unpack(work, place(cache), progress);
    } catch (IOException e) {
      throw CacheDirectory.unwritable(cache, e);
    } finally {
      if (work != null) {
        CacheDirectory.delete(work);
      }
    }
  }

  private void fetch(Path work, Consumer<String> progress) {
    for (String directory : List.of("lists/partial", "archives/partial")) {
      CacheDirectory.make(work.resolve(directory));
    }
    progress.accept("reading the lists of packages");
    run(work, aptGet(work, "update"));
    progress.accept("fetching " + source() + ", about 150 MB");
    run(work, aptGet(work, "download", source()));
  }

  private static List<String> aptGet(Path work, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "apt-get",
                "-q",
                "-o",
                "Dir::State::lists=" + work.resolve("lists"),
                "-o",
                "Dir::Cache=" + work,
                "-o",
                "Dir::Cache::archives=" + work.resolve("archives"),
                "-o",
                "Debug::NoLocking=1",
                "-o",
                "APT::Sandbox::User="));
    command.addAll(List.of(arguments));
    return command;
  }

  private KernelTree unpack(Path work, Path place, Consumer<String> progress) throws IOException {
    Path deb;
    try (Stream<Path> files = Files.list(work)) {
      deb =
          files
              .filter(f -> f.toString().endsWith(".deb"))
              .findFirst()
              .orElseThrow(() -> new BindException("apt-get fetched no " + source()));
    }
    progress.accept("unpacking mm/, include/linux and some of arch/ of " + deb.getFileName());
    Path all = CacheDirectory.make(work.resolve("package"));
    run(work, List.of("dpkg-deb", "-x", deb.toString(), all.toString()));
    List<String> command =
        new ArrayList<>(
            List.of(
                "tar",
                "-xf",
                all.resolve("usr/src").resolve(source() + ".tar.xz").toString(),
                "-C",
                work.toString(),
                "--wildcards"));
    PARTS.forEach(part -> command.add(source() + "/" + part));
    run(work, command);
    KernelTree unpacked = new KernelTree(work.resolve(source()));
    try {
      Files.move(unpacked.directory(), place, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      if (!Files.isRegularFile(place.resolve("mm/sparse.c"))) {
        throw new BindException("%s is in the way: remove it".formatted(place), e);
      }
      // Another process was faster.
    }
    return new KernelTree(place);
  }

  private static void run(Path work, List<String> command) {
    Ended ended = Commands.run(command, "", work, LONGEST);
    if (ended.status() != 0) {
      throw new BindException(command.get(0) + " failed:\n" + (ended.err() + ended.out()).strip());
    }
  }
}
