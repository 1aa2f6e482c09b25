package org.mhpcheck.checker;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mhpcheck.checker.explore.Exploration;
import org.mhpcheck.checker.explore.Explorer;
import org.mhpcheck.checker.explore.Settings;
import org.mhpcheck.checker.run.Engine.Answer;
import org.mhpcheck.checker.run.ExploreEngine;
import org.mhpcheck.checker.system.AskedProperties;
import org.mhpcheck.checker.system.KernelTransitions;
import org.mhpcheck.model.answer.Script;
import org.mhpcheck.model.answer.Script.ScriptedCall;
import org.mhpcheck.model.answer.Trace;
import org.mhpcheck.model.answer.Verdict;
import org.mhpcheck.model.caller.Call;
import org.mhpcheck.model.caller.Caller;
import org.mhpcheck.model.caller.FaultIn;
import org.mhpcheck.model.caller.Machine;
import org.mhpcheck.model.caller.Operation;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.kernel.BootLayout;
import org.mhpcheck.model.kernel.Fault;
import org.mhpcheck.model.kernel.FaultPoint;
import org.mhpcheck.model.kernel.Kernel;
import org.mhpcheck.model.kernel.ModelledKernel;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.question.Limits;
import org.mhpcheck.model.question.Question;
import org.mhpcheck.model.question.Scenario;
import org.mhpcheck.model.state.Geometry;
import org.mhpcheck.specs.property.Properties;

/** Questions, kernels, scripts and answers for tests, in few words. */
public final class Worlds {
  private Worlds() {}

  public static Question.Explore direct(int sections, int subsections, boolean faults) {
    return world(sections, subsections, Caller.DIRECT, faults);
  }

  public static Question.Explore device(int sections, int subsections, boolean faults) {
    return world(sections, subsections, Caller.DEVICE, faults);
  }

  /** The same world, with calls told of {@code altmaps}. */
  public static Question.Explore with(Question.Explore world, Altmap... altmaps) {
    return new Question.Explore(
        world.geometry(),
        world.boot(),
        world.callers(),
        List.of(altmaps),
        world.faults(),
        world.limits());
  }

  private static Question.Explore world(
      int sections, int subsections, Caller caller, boolean faults) {
    return new Question.Explore(
        new Geometry(sections, subsections),
        BootLayout.DEFAULTS,
        List.of(caller),
        faults,
        Limits.NONE);
  }

  public static Kernel kernel(String design) {
    return new ModelledKernel(Design.parse(design));
  }

  public static Property property(String name) {
    return Properties.named(name).orElseThrow();
  }

  /** Everything in the catalogue that calls on single sections can be asked about. */
  public static List<Property> ofTraces() {
    return Properties.all().stream().filter(p -> !isOfOtherThings(p)).toList();
  }

  private static boolean isOfOtherThings(Property property) {
    return property instanceof Property.Arithmetic
        || property instanceof Property.OfPlacement
        || property instanceof Property.OfTwoKernels
        || property instanceof Property.OfBoot
        || property instanceof Property.OfSystem
        || property instanceof Property.OfSpanStep;
  }

  /** Those of them that proofs can be asked, as they read in v6.12. */
  public static List<Property> ofProofs() {
    return PROOFS_OF_V6_12;
  }

  private static final List<Property> PROOFS_OF_V6_12 =
      Properties.all().stream()
          .filter(p -> new Question.Prove(List.of()).notApplicable(p).isEmpty())
          .map(p -> p.in(Design.parse("v6.12")))
          .toList();

  /** Those that v6.12 breaks on one section: stale flags (L12), and a count (B24). */
  public static final Set<String> BROKEN_BY_SECTIONS_OF_V6_12 =
      Set.of("added-section-has-clear-flags", "memmap-count-follows-memmap");

  /** The invariants among those that proofs can be asked. */
  public static List<Property.OfState> ofStates() {
    return ofProofs().stream()
        .filter(Property.OfState.class::isInstance)
        .map(Property.OfState.class::cast)
        .toList();
  }

  public static Exploration explore(Kernel kernel, Question.Explore world, Property... properties) {
    return explore(1, kernel, world, properties);
  }

  /** The same by so many threads. */
  public static Exploration explore(
      int threads, Kernel kernel, Question.Explore world, Property... properties) {
    Design design = Design.parse(kernel.name());
    AskedProperties asked =
        new AskedProperties(Stream.of(properties).map(p -> p.in(design)).toList());
    return new Explorer(
            new KernelTransitions(kernel, world.on(design), world, asked),
            asked.all(),
            new Settings(threads, Limits.NONE, false, () -> false),
            kernel.name(),
            p -> {})
        .explore();
  }

  /** A scenario that expects nothing. */
  public static Scenario scenario(Question question, String design, List<Property> properties) {
    return new Scenario(
        "test", "", "", question, List.of(Design.parse(design)), properties, Optional.empty());
  }

  /** What exploration by so many threads answers. */
  public static List<Answer> answers(
      int threads, Question.Explore world, String design, Property... properties) {
    Scenario scenario = scenario(world, design, List.of(properties));
    return new ExploreEngine(threads, false, () -> false)
        .answers(scenario, scenario.designs().get(0), p -> {});
  }

  /** The trace that breaks {@code property} in {@code design}. */
  public static Trace trace(Question.Explore world, String design, String property) {
    Verdict verdict = answers(1, world, design, property(property)).get(0).verdict();
    return (Trace) ((Verdict.Violated) verdict).evidence();
  }

  /**
   * A script in sections of as many subsections as each of {@code boot} has digits.
   *
   * @param boot the RAM of each section
   */
  public static Script script(
      String design, String property, List<String> boot, ScriptedCall... calls) {
    return new Script(
        Machine.of(Design.parse(design), new Geometry(boot.size(), boot.get(0).length())),
        property,
        boot.stream().map(Bits::parse).toList(),
        List.of(calls));
  }

  public static ScriptedCall add(int from, int to) {
    return call(Operation.ARCH_ADD_MEMORY, from, to);
  }

  public static ScriptedCall remove(int from, int to) {
    return call(Operation.ARCH_REMOVE_MEMORY, from, to);
  }

  public static ScriptedCall call(Operation operation, int from, int to) {
    return new ScriptedCall(new Call(operation, from, to), Optional.empty());
  }

  /**
   * {@code call}, in which an allocation fails.
   *
   * @param section its index
   */
  public static ScriptedCall failing(
      ScriptedCall call, int section, FaultPoint point, int occurrence) {
    return new ScriptedCall(
        call.call(), Optional.of(new FaultIn(section, new Fault(point, occurrence))));
  }

  /** The properties with these names. */
  public static Stream<Property> named(String... names) {
    return Stream.of(names).map(Worlds::property);
  }
}
