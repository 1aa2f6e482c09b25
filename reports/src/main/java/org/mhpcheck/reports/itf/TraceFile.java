package org.mhpcheck.reports.itf;

import java.util.List;
import java.util.Optional;
import org.mhpcheck.model.answer.Script;
import org.mhpcheck.model.state.Section;
import org.mhpcheck.model.state.Spans;

/**
 * What a trace file says.
 *
 * @param script what was done
 * @param tree the kernel tree that it was done in; empty if it was the model of the design
 * @param states what is recorded to have come of it: after boot, then after each call
 */
public record TraceFile(Script script, Optional<Tree> tree, List<State> states) {

  /**
   * A kernel tree.
   *
   * @param kernel its name
   * @param sources the SHA-256 of the files it was compiled from
   */
  public record Tree(String kernel, String sources) {}

  /**
   * A recorded state.
   *
   * @param rc the number that the call returned; 0 after boot
   * @param spans empty where zones are not kept
   */
  public record State(int rc, List<Section> sections, Optional<Spans> spans) {

    /** One without zones. */
    public State(int rc, List<Section> sections) {
      this(rc, sections, Optional.empty());
    }
  }
}
