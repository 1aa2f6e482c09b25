package org.mhpcheck.checker.bind.harness;

import java.nio.file.Path;
import java.util.List;
import org.mhpcheck.checker.bind.build.KernelBuild;
import org.mhpcheck.checker.bind.tool.BindException;
import org.mhpcheck.checker.bind.tool.Flavour;

/** A kernel tree's own placement of usages at boot, for sections of one size. */
public final class CompiledPlacements {
  private final Path program;

  /**
   * @param subsections one of {@link KernelBuild#SUBSECTIONS}
   * @throws BindException if the tree has none, as up to v5.13 and from v7.1 on, or it cannot be
   *     compiled
   */
  public CompiledPlacements(KernelBuild build, int subsections, Flavour flavour) {
    this.program = build.ofPlacements().program(subsections, flavour);
  }

  /** The program, which takes the number of sections, and {@code text}. */
  public Path program() {
    return program;
  }

  /**
   * The answers, in the order of the questions: of a child process that is asked all of them.
   *
   * @param requests of {@link PlacementRecords#request}, all over as many sections
   * @throws BindException if it does not answer all of them
   */
  public List<long[]> ask(List<long[]> requests, int sections) {
    return Words.ask(program, sections, requests, PlacementRecords.replyWords(sections));
  }
}
