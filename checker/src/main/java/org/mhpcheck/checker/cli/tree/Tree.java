package org.mhpcheck.checker.cli.tree;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mhpcheck.checker.bind.build.KernelBuild;
import org.mhpcheck.checker.bind.conform.Disagreement;
import org.mhpcheck.checker.bind.conform.Loops;
import org.mhpcheck.checker.bind.conform.OnlinePages;
import org.mhpcheck.checker.bind.source.Feature;
import org.mhpcheck.checker.bind.source.KernelTree;
import org.mhpcheck.checker.bind.source.PatchedTree;
import org.mhpcheck.checker.bind.source.Provenance;
import org.mhpcheck.checker.bind.tool.CacheDirectory;
import org.mhpcheck.checker.bind.tool.Configuration;
import org.mhpcheck.checker.cli.console.CliException;
import org.mhpcheck.checker.cli.console.Console;
import org.mhpcheck.model.answer.CompiledFrom;
import org.mhpcheck.model.answer.ExitStatus;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.design.Option;
import org.mhpcheck.model.design.Release;
import org.mhpcheck.model.design.Version;
import org.mhpcheck.model.kernel.Altmap;

/**
 * A kernel tree that was given on the command line, sliced and ready to be compiled.
 *
 * @param given the directory, as it was typed
 * @param patch what is applied to it, if anything is
 */
public record Tree(Path given, KernelBuild build, Optional<CompiledFrom.Patch> patch) {

  public static Tree at(Path directory, Configuration configuration) {
    KernelTree tree = new KernelTree(directory);
    return new Tree(
        directory,
        KernelBuild.of(tree, CacheDirectory.ofProcess(), configuration),
        Optional.empty());
  }

  /**
   * How a tree is configured that stands beside a model of {@code design}.
   *
   * @throws CliException if none can be
   */
  public static Configuration configuration(Design design) {
    if (!design.has(Option.MEMORY_HOTREMOVE)) {
      throw new CliException(
          ExitStatus.CONFIGURATION,
          "%s: a tree is compiled with %s".formatted(design, Option.MEMORY_HOTREMOVE.config()));
    }
    return design.has(Option.VMEMMAP) ? Configuration.VMEMMAP : Configuration.CLASSIC;
  }

  /** The tree in {@code directory} after a patch; the directory itself stays as it is. */
  public static Tree patched(Path directory, Path patch, Configuration configuration) {
    Path cache = CacheDirectory.ofProcess();
    PatchedTree patched = PatchedTree.of(new KernelTree(directory), patch, cache);
    return new Tree(
        directory,
        KernelBuild.of(patched.tree(), cache, configuration),
        Optional.of(new CompiledFrom.Patch(patch.toString(), patched.sha256())));
  }

  public String name() {
    return build.provenance().kernel();
  }

  public CompiledFrom compiledFrom() {
    Provenance made = build.provenance();
    return new CompiledFrom(
        made.kernel(),
        given.toString(),
        made.release(),
        patch,
        made.files(),
        made.sources(),
        texts(build),
        made.shimmed(),
        made.compiler());
  }

  /** Of what a program is made of. */
  public static CompiledFrom.Texts texts(KernelBuild program) {
    Provenance made = program.provenance();
    return new CompiledFrom.Texts(made.functions(), made.definitions());
  }

  /** What must be known of every answer of this tree. */
  List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    remarks.add(
        "%s: the functions of %s%s, compiled in user space by %s; the run's JSON has their files"
            .formatted(
                name(),
                given,
                patch.map(p -> " with " + p.file()).orElse(""),
                build.provenance().compiler()));
    if (build.configuration() == Configuration.CLASSIC) {
      remarks.add("compiled without %s".formatted(Option.VMEMMAP.config()));
    }
    remarks.add("callers above arch_add_memory() and arch_remove_memory() are the model's");
    newerThanCatalogue(build.provenance().release()).ifPresent(remarks::add);
    return List.copyOf(remarks);
  }

  /** Says so, if it is. */
  public void sayIfNewerThanCatalogue(Console console) {
    newerThanCatalogue(build.provenance().release()).ifPresent(console::remark);
  }

  /** That a release is newer than what is catalogued of its kind; no failure, but to be known. */
  public static Optional<String> newerThanCatalogue(String release) {
    return Version.parse(release)
        .flatMap(
            version ->
                Release.cataloguedBefore(version)
                    .map(
                        newest ->
                            "linux %s is newer than the catalogue (%s)"
                                .formatted(release, newest)));
  }

  /** The design that stands beside it where none is named. */
  public Design nearestDesign() {
    String release = build.provenance().release();
    return Version.parse(release)
        .map(version -> Design.parse(Release.nearestTo(version).releaseName()))
        .orElseThrow(
            () ->
                new CliException(
                    ExitStatus.USAGE,
                    "%s has no Makefile that tells its release (found: %s): give --design"
                        .formatted(given, release)));
  }

  /** That a patch has to do with what is asked. */
  void requireOtherCodeThan(Tree unpatched) {
    if (build.code().equals(unpatched.build.code())) {
      throw new CliException(
          ExitStatus.CONFIGURATION,
          "%s: changes none of the functions that are asked (%s)"
              .formatted(
                  patch.map(CompiledFrom.Patch::file).orElse(name()),
                  String.join(", ", build.provenance().functions().keySet())));
    }
  }

  /** That no altmap is asked that it cannot be told of. */
  public void requireAltmaps(List<Altmap> asked) {
    withoutAltmaps(asked)
        .ifPresent(
            why -> {
              throw new CliException(ExitStatus.CONFIGURATION, why);
            });
  }

  /** Why it cannot be told of one of these altmaps; empty if it can. */
  Optional<String> withoutAltmaps(List<Altmap> asked) {
    return asked.contains(Altmap.INACCESSIBLE) && !build.has(Feature.INACCESSIBLE_ALTMAP)
        ? Optional.of(
            "%s knows no inaccessible altmap: its struct vmem_altmap has no such flag"
                .formatted(name()))
        : Optional.empty();
  }

  /**
   * That its loops over sections follow the plans: else what is found step by step would not be
   * said of its calls.
   */
  void requireLoopsAsPlanned(Design design) {
    List<Disagreement> disagreements = Loops.disagreements(build, design);
    if (!disagreements.isEmpty()) {
      throw new CliException(
          ExitStatus.VIOLATED,
          "%s: its loops over sections do not follow the plans, so it cannot be checked:%n%s"
              .formatted(name(), String.join("\n", disagreements.get(0).lines())));
    }
  }

  /** That its pfn_to_online_page() is the model's, which is the one that properties ask. */
  void requireOnlinePagesAsModelled(Design design) {
    List<Disagreement> disagreements = OnlinePages.disagreements(build, design);
    if (!disagreements.isEmpty()) {
      throw new CliException(
          ExitStatus.VIOLATED,
          "%s: its pfn_to_online_page() is not that of %s, so it cannot be checked:%n%s"
              .formatted(name(), design, String.join("\n", disagreements.get(0).lines())));
    }
  }

  /** That it can be compiled for sections of this size. */
  public static void requireCompilable(int subsections, String whose) {
    AskableOfTree.size(subsections).ifPresent(why -> refuse(whose, why));
  }

  /** Says that what was asked for cannot be asked of a tree. */
  public static void refuse(String whose, String why) {
    throw new CliException(ExitStatus.USAGE, whose + ": " + why);
  }
}
