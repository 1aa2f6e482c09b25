package org.mhpcheck.checker.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mhpcheck.model.answer.Script;
import org.mhpcheck.model.answer.Script.ScriptedCall;
import org.mhpcheck.model.answer.Trace.TracedCall;
import org.mhpcheck.model.answer.Trace.TracedStep;
import org.mhpcheck.model.caller.Books;
import org.mhpcheck.model.caller.Caller;
import org.mhpcheck.model.caller.Condition;
import org.mhpcheck.model.caller.LoopingKernel;
import org.mhpcheck.model.caller.Operation;
import org.mhpcheck.model.caller.Plan;
import org.mhpcheck.model.caller.PlannedCall;
import org.mhpcheck.model.kernel.BootLayout;
import org.mhpcheck.model.kernel.BootMemory;
import org.mhpcheck.model.kernel.BootScript;
import org.mhpcheck.model.kernel.Booted;
import org.mhpcheck.model.kernel.Kernel;
import org.mhpcheck.model.state.Memory;
import org.mhpcheck.model.state.Section;

/**
 * Does a script again, call by call and step by step, on a kernel that is asked afresh: nothing
 * that an engine kept is believed. A kernel with loops of its own is asked for each of those too,
 * and has to come to the same.
 */
public final class Replayer {
  private final Kernel kernel;
  private final boolean exact;

  private Replayer(Kernel kernel, boolean exact) {
    this.kernel = kernel;
    this.exact = exact;
  }

  /** One that refuses a script which this kernel cannot follow to the letter. */
  public static Replayer of(Kernel kernel) {
    return new Replayer(kernel, true);
  }

  /**
   * One for a kernel other than the script's: an allocation that should fail, and is not made, is
   * passed over.
   */
  public static Replayer ofOther(Kernel kernel) {
    return new Replayer(kernel, false);
  }

  /**
   * What came of a script: the sections after boot, then each call.
   *
   * @param refused why no more calls were made, if a kernel could not follow any further
   * @param booted how all sections were booted at once; empty if each was by itself
   */
  public record Replay(
      List<Section> boot,
      List<TracedCall> calls,
      Optional<String> refused,
      Optional<Booted> booted) {

    /** Whether memory was corrupted on the way, so that the end was not reached as it should be. */
    public boolean isCorrupt() {
      return isBootCorrupt() || calls.stream().anyMatch(Replayer::isCorrupt);
    }

    /** Whether boot corrupted memory, so that no call can follow. */
    boolean isBootCorrupt() {
      return booted.filter(Booted::isCorrupt).isPresent();
    }
  }

  /** Whether memory was corrupted in {@code call}, which ended it. */
  static boolean isCorrupt(TracedCall call) {
    return call.steps().stream().anyMatch(s -> s.outcome().isCorrupt())
        || call.onSpans().stream().anyMatch(s -> s.outcome().isCorrupt());
  }

  /**
   * Does all of {@code script}, or as much as memory allows: corruption ends it.
   *
   * @throws ReplayException if a call's conditions do not hold, its altmap is none that the design
   *     knows, a fault cannot be had, or calls follow a corruption
   */
  public Replay replay(Script script) {
    Replay replay = asFarAsItGoes(script);
    replay
        .refused()
        .ifPresent(
            why -> {
              throw new ReplayException(why);
            });
    return replay;
  }

  /** Does as much of {@code script} as the kernel can follow. */
  public Replay asFarAsItGoes(Script script) {
    return new Replayer(script.machine().watched(kernel), exact).follow(script);
  }

  private Replay follow(Script script) {
    boolean owners =
        script.calls().stream().anyMatch(c -> Caller.of(c.call().operation()).owns())
            || script.atHand().stream().flatMap(c -> c.callers().stream()).anyMatch(Caller::owns);
    Optional<Booted> booted = script.booting().map(b -> boot(script, b, owners));
    List<Section> boot =
        booted
            .map(Booted::sections)
            .orElseGet(
                () ->
                    script.boot().stream()
                        .map(ram -> Books.boot(kernel, script.machine(), ram, owners))
                        .toList());
    List<TracedCall> calls = new ArrayList<>();
    List<Section> sections = boot;
    Optional<Memory> memory = script.machine().memory(boot);
    for (ScriptedCall call : script.calls()) {
      try {
        if (calls.isEmpty() && booted.filter(Booted::isCorrupt).isPresent()) {
          throw refused(1, "memory was corrupted by boot");
        }
        if (!calls.isEmpty() && isCorrupt(calls.get(calls.size() - 1))) {
          throw refused(calls.size() + 1, "memory was corrupted by the call before");
        }
        TracedCall traced = call(script, call, sections, memory, calls.size() + 1);
        calls.add(traced);
        sections = traced.after();
        memory =
            memory.map(m -> new Memory(traced.after(), traced.spans().get(), m.firstSection()));
      } catch (ReplayException e) {
        return new Replay(boot, List.copyOf(calls), Optional.of(e.getMessage()), booted);
      }
    }
    return new Replay(boot, List.copyOf(calls), Optional.empty(), booted);
  }

  private Booted boot(Script script, BootScript booting, boolean owners) {
    for (BootMemory memory : booting.memory()) {
      if (memory.ahead()) {
        BootLayout.AHEAD
            .refusedBy(script.design())
            .ifPresent(
                why -> {
                  throw new ReplayException(why);
                });
      }
    }
    return Books.boots(kernel, script.machine(), booting.memory(), owners).stream()
        .filter(b -> b.script().faults().equals(booting.faults()))
        .findFirst()
        .orElseThrow(
            () ->
                new ReplayException(
                    "boot of %s: there are no such allocations".formatted(kernel.name())));
  }

  private TracedCall call(
      Script script,
      ScriptedCall scripted,
      List<Section> before,
      Optional<Memory> memory,
      int number) {
    scripted
        .call()
        .altmap()
        .refusedBy(script.design())
        .ifPresent(
            why -> {
              throw refused(number, why);
            });
    Caller caller = Caller.of(scripted.call().operation());
    for (Condition condition : caller.conditions(scripted.call(), script.machine())) {
      if (!condition.holds(before.get(condition.section()))) {
        throw refused(
            number, "section %d is not %s".formatted(condition.section() + 1, condition.kind()));
      }
    }
    Plan plan = caller.plan(scripted.call(), script.machine());
    PlannedCall done = PlannedCall.of(kernel, plan, before, memory, scripted.fault());
    if (exact && !done.faultMet()) {
      String fault = scripted.fault().orElseThrow().fault().text();
      throw refused(number, fault + ": there is no such allocation");
    }
    if (kernel instanceof LoopingKernel looping) {
      WholeCall.difference(looping, before, plan, done)
          .ifPresent(
              how -> {
                throw refused(number, "its own loop over sections does otherwise: " + how);
              });
    }
    return new TracedCall(
        scripted.call(),
        done.steps().stream().map(this::traced).toList(),
        done.rc(),
        done.after(),
        loopOf(scripted.call().operation()).flatMap(kernel::place),
        done.onSpans(),
        done.spans());
  }

  /** The loop over sections that such a call comes to, if it comes to one. */
  private static Optional<String> loopOf(Operation operation) {
    return switch (operation) {
      case ARCH_ADD_MEMORY, MEMREMAP_PAGES, MEMREMAP_PRIVATE_PAGES, ADD_MEMORY ->
          Optional.of("__add_pages");
      case ARCH_REMOVE_MEMORY, MEMUNMAP_PAGES, MEMUNMAP_PRIVATE_PAGES, REMOVE_MEMORY ->
          Optional.of("__remove_pages");
      case ONLINE_PAGES, OFFLINE_PAGES, SPARSE_ADD_SECTION, SPARSE_REMOVE_SECTION ->
          Optional.empty();
    };
  }

  private TracedStep traced(PlannedCall.StepDone done) {
    return new TracedStep(
        done.section(),
        done.before(),
        done.step(),
        done.outcome(),
        kernel.place(done.step().kind().text()));
  }

  private ReplayException refused(int call, String why) {
    return new ReplayException(
        "call %d cannot be made in %s: %s".formatted(call, kernel.name(), why));
  }
}
