package org.mhpcheck.checker.bind.conform;

import java.util.ArrayList;
import java.util.List;
import org.mhpcheck.checker.bind.harness.Reply;

/**
 * Something that the model and the compiled kernel do differently.
 *
 * @param asked the state and the step, in words
 * @param modelled what the model makes of it
 * @param compiled what the compiled kernel makes of it
 * @param places where in the tree something was noticed, if anything was
 * @param line what makes the program do it again, in its text mode
 */
public record Disagreement(
    String asked, String modelled, String compiled, List<String> places, String line) {

  /** Between the model and what {@code reply} answers its question with. */
  static Disagreement of(String asked, String modelled, String compiled, Reply reply) {
    return new Disagreement(
        asked,
        modelled,
        compiled,
        reply.notes().stream().map(n -> n.event() + ": " + n.place()).toList(),
        reply.request().line());
  }

  /** Several lines, to be read by people. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(asked);
    lines.add("  model     " + modelled);
    lines.add("  compiled  " + compiled);
    places.forEach(p -> lines.add("            at " + p));
    lines.add("  again     " + line);
    return lines;
  }
}
