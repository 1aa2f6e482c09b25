package org.mhpcheck.checker.bind.build;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mhpcheck.checker.bind.shim.Resources;
import org.mhpcheck.checker.bind.source.Feature;
import org.mhpcheck.checker.bind.source.KernelFunction;
import org.mhpcheck.checker.bind.source.KernelSource;
import org.mhpcheck.checker.bind.source.KernelTree;
import org.mhpcheck.checker.bind.source.Provenance;
import org.mhpcheck.checker.bind.tool.BindException;
import org.mhpcheck.checker.bind.tool.CacheDirectory;
import org.mhpcheck.checker.bind.tool.Configuration;
import org.mhpcheck.checker.bind.tool.Digest;
import org.mhpcheck.checker.bind.tool.Flavour;
import org.mhpcheck.checker.bind.tool.Gcc;
import org.mhpcheck.checker.bind.tool.GccErrors;
import org.mhpcheck.model.kernel.Place;

/** Makes a program of a kernel tree's functions, once per tree, compiler, size and flavour. */
public final class KernelBuild {
  private static final int SUBSECTION_SHIFT = 21;

  /** The numbers of subsections that a kernel can be compiled for. */
  public static final List<Integer> SUBSECTIONS = List.of(2, 4, 8, 16, 32, 64);

  private final KernelTree tree;
  private final Path cache;
  private final KernelSource source;
  private final Configuration configuration;
  private final Path directory;

  private KernelBuild(
      KernelTree tree,
      Path cache,
      KernelSource source,
      Configuration configuration,
      Path directory) {
    this.tree = tree;
    this.cache = cache;
    this.source = source;
    this.configuration = configuration;
    this.directory = directory;
  }

  /** Slices a tree, configured with VMEMMAP. */
  public static KernelBuild of(KernelTree tree, Path cache) {
    return of(tree, cache, Configuration.VMEMMAP);
  }

  /**
   * Slices a tree.
   *
   * @param cache where to keep what is made of it
   * @throws BindException if there is no gcc, or the tree lacks a function
   */
  public static KernelBuild of(KernelTree tree, Path cache, Configuration configuration) {
    return of(tree, cache, configuration, headers -> KernelSource.of(tree, headers, configuration));
  }

  /**
   * The same tree's functions of zones and spans.
   *
   * @throws BindException if the tree lacks one, as up to v5.4
   */
  public KernelBuild ofSpans() {
    return of(tree, cache, configuration, headers -> KernelSource.ofSpans(tree, headers));
  }

  /**
   * The same tree's placement of usages at boot.
   *
   * @throws BindException if the tree lacks a function of it, as up to v5.13 and from v7.1 on
   */
  public KernelBuild ofPlacements() {
    return of(tree, cache, configuration, headers -> KernelSource.ofPlacements(tree, headers));
  }

  private static KernelBuild of(
      KernelTree tree,
      Path cache,
      Configuration configuration,
      Function<Path, KernelSource> slicing) {
    Path kernels = CacheDirectory.make(cache.resolve("compiled"));
    StringBuilder own = new StringBuilder();
    Resources.ALL.forEach(r -> own.append(Resources.read(r)));
    Path headers = CacheDirectory.make(kernels.resolve("own-" + Digest.key(own.toString())));
    KernelSource source = slicing.apply(headers);
    StringBuilder options = new StringBuilder();
    Stream.of(Flavour.values()).forEach(f -> options.append(f.options()));
    options.append(configuration.definitions());
    String key = Digest.key(source.toC() + source.provenance().compiler() + own + options);
    return new KernelBuild(
        tree, cache, source, configuration, CacheDirectory.make(kernels.resolve(key)));
  }

  public Provenance provenance() {
    return source.provenance();
  }

  /** Whether the tree has what not every tree has. */
  public boolean has(Feature feature) {
    return source.features().contains(feature);
  }

  /** How the tree is configured. */
  public Configuration configuration() {
    return configuration;
  }

  /** The kernel's own functions that it is made of, in the order of the files, then of lines. */
  public List<KernelFunction> functions() {
    return source.functions();
  }

  /** Where what is made of this kernel lies: a directory of its own in the cache. */
  public Path directory() {
    return directory;
  }

  /** Where one of the functions that are asked stands in the tree; empty for any other. */
  public Optional<Place> place(String function) {
    return source.place(function);
  }

  /** Tells apart what is compiled, wherever in the tree it stands. */
  public String code() {
    return Digest.key(source.toC().replaceAll("(?m)^#line .*$", ""));
  }

  /**
   * The plain program for sections of so many subsections; compiled if it is not there yet.
   *
   * @param subsections one of {@link #SUBSECTIONS}
   * @throws BindException if it does not compile
   */
  public Path program(int subsections) {
    return program(subsections, Flavour.PLAIN);
  }

  /**
   * The program for sections of so many subsections; compiled if it is not there yet.
   *
   * @param subsections one of {@link #SUBSECTIONS}
   * @throws BindException if it does not compile
   */
  public Path program(int subsections, Flavour flavour) {
    if (!SUBSECTIONS.contains(subsections)) {
      throw new IllegalArgumentException(
          subsections + " subsections, expected one of " + SUBSECTIONS);
    }
    Path place = directory.resolve(name(subsections, flavour));
    Path program = place.resolve("kernel-" + subsections);
    return Files.isExecutable(program) ? program : compile(place, program, subsections, flavour);
  }

  private static String name(int subsections, Flavour flavour) {
    return "%s-%d".formatted(flavour.name().toLowerCase(Locale.ROOT), subsections);
  }

  private Path compile(Path place, Path program, int subsections, Flavour flavour) {
    Path fresh = null;
    try {
      Resources.copyTo(directory);
      Path text = directory.resolve("kernel.c");
      source.writeTo(text);
      // Elsewhere first: whoever else builds the same must not run half a program.
      fresh = Files.createTempDirectory(directory, "fresh-");
      int bits = SUBSECTION_SHIFT + Integer.numberOfTrailingZeros(subsections);
      Optional<GccErrors> errors =
          Gcc.compile(
              text,
              fresh.resolve(program.getFileName()),
              flavour,
              Stream.concat(
                      Stream.of("SECTION_SIZE_BITS=" + bits), configuration.definitions().stream())
                  .toList(),
              provenance().files().keySet());
      if (errors.isPresent()) {
        throw new BindException(errors.get().message(provenance().release()));
      }
      Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE);
      return program;
    } catch (FileSystemException e) {
      if (Files.isExecutable(program)) {
        return program; // another process was faster
      }
      throw CacheDirectory.unwritable(directory, e);
    } catch (IOException e) {
      throw CacheDirectory.unwritable(directory, e);
    } finally {
      if (fresh != null) {
        CacheDirectory.delete(fresh);
      }
    }
  }
}
