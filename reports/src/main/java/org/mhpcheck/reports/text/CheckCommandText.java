package org.mhpcheck.reports.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mhpcheck.model.answer.Trace;
import org.mhpcheck.model.caller.Arch;
import org.mhpcheck.model.caller.Caller;
import org.mhpcheck.model.caller.World;
import org.mhpcheck.model.kernel.Altmap;

/** What to type to find a counterexample again: the smallest question that its calls are within. */
public final class CheckCommandText {
  private CheckCommandText() {}

  /**
   * The arguments of mhpcheck, an option with its value in one piece.
   *
   * @param tree the directory of the kernel tree asked; empty if it was a model
   * @return empty where no command asks for such a boot
   */
  public static Optional<List<String>> of(Trace trace, Optional<String> tree) {
    if (trace.booted().isPresent()) {
      return Optional.empty();
    }
    World world = trace.machine().world();
    List<String> arguments = new ArrayList<>(List.of("check"));
    tree.ifPresent(t -> arguments.add("--kernel " + t));
    arguments.add("--design " + trace.design());
    arguments.add("--sections " + trace.geometry().sections());
    arguments.add("--subsections " + trace.geometry().subsections());
    arguments.add("--callers " + callers(trace));
    List<String> altmaps =
        trace.calls().stream().map(c -> c.call().altmap()).distinct().map(Altmap::text).toList();
    if (altmaps.stream().anyMatch(a -> !a.equals(Altmap.NONE.text()))) {
      arguments.add("--altmaps " + String.join(",", altmaps));
    }
    if (trace.calls().stream().anyMatch(c -> c.fault().isPresent())) {
      arguments.add("--faults");
    }
    addWorld(world, arguments);
    arguments.add("--property " + trace.property().name());
    return Optional.of(arguments);
  }

  /** Those of the calls; of a property about ways back, those who could have followed. */
  private static String callers(Trace trace) {
    Stream<Caller> callers =
        trace.atHand().isPresent()
            ? trace.atHand().get().callers().stream()
            : trace.calls().stream().map(c -> Caller.of(c.call().operation()));
    return Stream.concat(callers, trace.calls().isEmpty() ? Stream.of(Caller.DIRECT) : Stream.of())
        .distinct()
        .map(Caller::callerName)
        .collect(Collectors.joining(","));
  }

  private static void addWorld(World world, List<String> arguments) {
    if (world.arch() != Arch.X86_64) {
      arguments.add("--arch " + world.arch().text());
    }
    if (world.block() != 1) {
      arguments.add("--block " + world.block());
    }
    if (world.node() != 0) {
      arguments.add("--node " + world.node());
    }
    if (world.walkers()) {
      arguments.add("--walkers");
    }
    if (world.zones().isPresent()) {
      arguments.add("--zones");
      arguments.add("--first-section " + world.zones().get().firstSection());
    }
  }
}
