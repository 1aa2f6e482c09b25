package org.mhpcheck.checker.bind;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Makes a program of a kernel tree's functions, once per tree, compiler and size. */
public final class KernelBuild {
  private static final int SUBSECTION_SHIFT = 21;

  /** The numbers of subsections that a kernel can be compiled for. */
  public static final List<Integer> SUBSECTIONS = List.of(2, 4, 8, 16, 32, 64);

  private final KernelSource source;
  private final Path directory;

  private KernelBuild(KernelSource source, Path directory) {
    this.source = source;
    this.directory = directory;
  }

  /**
   * Slices a tree.
   *
   * @param cache where to keep what is made of it
   * @throws BindException if there is no gcc, or the tree lacks a function
   */
  public static KernelBuild of(KernelTree tree, Path cache) {
    Path kernels = CacheDirectory.make(cache.resolve("compiled"));
    StringBuilder own = new StringBuilder();
    Resources.ALL.forEach(r -> own.append(Resources.read(r)));
    Path headers = CacheDirectory.make(kernels.resolve("own-" + shorten(own.toString())));
    KernelSource source = KernelSource.of(tree, headers);
    String key = shorten(source.toC() + source.provenance().compiler() + own);
    return new KernelBuild(source, CacheDirectory.make(kernels.resolve(key)));
  }

  private static String shorten(String text) {
    return Digest.sha256(text).substring(0, 16);
  }

  public Provenance provenance() {
    return source.provenance();
  }

  boolean altmapsMayBeInaccessible() {
    return source.slice().altmapsMayBeInaccessible();
  }

  /** The program for sections of so many subsections; compiled if it is not there yet. */
  public Path program(int subsections) {
    if (!SUBSECTIONS.contains(subsections)) {
      throw new IllegalArgumentException(
          subsections + " subsections, expected one of " + SUBSECTIONS);
    }
    Path program = directory.resolve("kernel-" + subsections);
    if (Files.isExecutable(program)) {
      return program;
    }
    try {
      Resources.copyTo(directory);
      Path text = directory.resolve("kernel.c");
      source.writeTo(text);
      // Under another name first: whoever else builds the same must not run half a program.
      Path fresh = Files.createTempFile(directory, "kernel-", ".new");
      int bits = SUBSECTION_SHIFT + Integer.numberOfTrailingZeros(subsections);
      Gcc.compile(text, fresh, List.of("SECTION_SIZE_BITS=" + bits));
      return Files.move(fresh, program, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new BindException("cannot write to the cache directory " + directory, e);
    }
  }
}
