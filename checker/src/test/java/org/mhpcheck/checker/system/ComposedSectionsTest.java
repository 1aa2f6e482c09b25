package org.mhpcheck.checker.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mhpcheck.checker.Worlds;
import org.mhpcheck.checker.compose.Composition;
import org.mhpcheck.checker.compose.Limit;
import org.mhpcheck.checker.compose.Seam;
import org.mhpcheck.checker.explore.Exploration;
import org.mhpcheck.checker.explore.Explorer;
import org.mhpcheck.checker.explore.Settings;
import org.mhpcheck.model.caller.Arch;
import org.mhpcheck.model.caller.Caller;
import org.mhpcheck.model.caller.World;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.kernel.BootLayout;
import org.mhpcheck.model.kernel.Kernel;
import org.mhpcheck.model.kernel.ModelledKernel;
import org.mhpcheck.model.kernel.Mutant;
import org.mhpcheck.model.kernel.Site;
import org.mhpcheck.model.question.Limits;
import org.mhpcheck.model.question.Question;
import org.mhpcheck.model.state.Geometry;

/** A kernel's sections put together, held against explorations of a few of them. */
class ComposedSectionsTest {
  private static final Limit NONE = (states, bytes) -> Optional.empty();

  private static Question.Compose question(
      int subsections, List<Caller> callers, List<Altmap> altmaps, boolean faults, Arch arch) {
    World world = new World(new Geometry(1, subsections), arch, 1, 0);
    return new Question.Compose(
        new Question.Explore(world, BootLayout.DEFAULTS, callers, altmaps, faults, Limits.NONE));
  }

  private static List<Property> asked(Question.Compose question, Design design) {
    return Worlds.ofTraces().stream()
        .filter(p -> question.notApplicable(p).isEmpty())
        .map(p -> p.in(design))
        .toList();
  }

  private static Composition compose(Question.Compose question, Kernel kernel, Design design) {
    KernelCalls calls = new KernelCalls(question, design);
    Seam seam = Seam.of(calls, Geometry.MAX_SECTIONS, NONE);
    AskedProperties properties = new AskedProperties(asked(question, design));
    return Composition.of(
        seam, new KernelSections(kernel, question, design, calls, properties), NONE);
  }

  private static Exploration explore(Question.Compose question, int sections, Design design) {
    Question.Explore world = question.over(sections);
    AskedProperties properties = new AskedProperties(asked(question, design));
    return new Explorer(
            new KernelTransitions(new ModelledKernel(design), world.on(design), world, properties),
            properties.all(),
            new Settings(2, Limits.NONE, false, () -> false),
            "whole",
            p -> {})
        .explore();
  }

  private static Question.Compose of(Caller caller, int subsections, boolean faults) {
    return question(subsections, List.of(caller), List.of(Altmap.NONE), faults, Arch.X86_64);
  }

  /** Where nobody asks what there is, any state can be beside any. */
  @ParameterizedTest
  @CsvSource({"v6.12, 4, 47", "v5.8, 4, 172", "v5.4, 4, 302", "v6.12, 8, 767"})
  void underDirectCallsSectionsAreIndependent(String name, int subsections, int states) {
    Design design = Design.parse(name);
    Composition composition =
        compose(of(Caller.DIRECT, subsections, false), new ModelledKernel(design), design);
    assertEquals(states, composition.states());
    for (int sections = 1; sections <= 5; sections++) {
      assertEquals(
          BigInteger.valueOf(states).pow(sections), composition.interfaces().states(sections));
    }
  }

  static Stream<String> worlds() {
    return Stream.of(
        "v5.4  device        none         true",
        "v5.8  device        none,altmap  false",
        "v6.12 device        none         false",
        "v6.12 device        none         true",
        "v6.12 device        none,altmap  true",
        "v7.2  device,memory-block none,altmap true",
        "v6.12 memory-block  none,altmap  true",
        "v6.12 private-device,device none true",
        "v5.8  memory-block  none         true",
        "v5.2  memory-block,device none   true",
        "v6.12 sparse        none         true");
  }

  private static List<Caller> callers(String names) {
    return Stream.of(names.split(","))
        .map(n -> Stream.of(Caller.values()).filter(c -> c.callerName().equals(n)).findFirst())
        .map(Optional::orElseThrow)
        .toList();
  }

  private static List<Altmap> altmaps(String names) {
    return Stream.of(names.split(","))
        .map(n -> Stream.of(Altmap.values()).filter(a -> a.text().equals(n)).findFirst())
        .map(Optional::orElseThrow)
        .toList();
  }

  /**
   * As many states as exploration reaches, and the same properties broken as three sections break:
   * more of the one or the other would be a weakness, less an error.
   */
  @ParameterizedTest(name = "{0}")
  @MethodSource("worlds")
  void exactlyWhatWholeSystemsDo(String world) {
    String[] words = world.split(" +");
    Design design = Design.parse(words[0]);
    Question.Compose question =
        question(
            2, callers(words[1]), altmaps(words[2]), Boolean.parseBoolean(words[3]), Arch.S390);
    Composition composition = compose(question, new ModelledKernel(design), design);
    Exploration whole = null;
    for (int sections = 1; sections <= 3; sections++) {
      whole = explore(question, sections, design);
      assertEquals(
          BigInteger.valueOf(whole.states()),
          composition.interfaces().states(sections),
          sections + " sections");
      assertTrue(composition.hits().keySet().containsAll(whole.violations().keySet()));
    }
    assertEquals(new TreeSet<>(whole.violations().keySet()), composition.hits().keySet());
    assertEquals(whole.met(), composition.met());
  }

  @ParameterizedTest
  @CsvSource({"DEVICE, 4", "DIRECT, 3", "MEMORY_BLOCK, 4"})
  void callsOverMoreSectionsBringNothingNew(Caller caller, int settled) {
    KernelCalls calls = new KernelCalls(of(caller, 4, true), Design.parse("v6.12"));
    Seam seam = Seam.of(calls, Geometry.MAX_SECTIONS, NONE);
    assertEquals(settled, seam.sections());
  }

  /** A store left out of v6.12 breaks what it breaks for whole systems: states and steps. */
  @ParameterizedTest
  @CsvSource({
    "DIRECT, section_activate,          usage,           usage-reached-only-while-live",
    "DIRECT, fill_subsection_map,       subsection_map,  map-not-empty-when-valid",
    "DIRECT, populate_section_memmap,   memmap,          pfn-valid-has-memmap",
    "DIRECT, section_deactivate,        usage,           invalid-section-keeps-only-boot-usage",
    "DIRECT, section_deactivate,        section_mem_map, usage-present-when-valid",
    "DIRECT, clear_subsection_map,      subsection_map,  map-empty-when-invalid",
    "DEVICE, section_taint_zone_device, section_mem_map, online-page-is-no-device-page",
  })
  void mutantsAreHit(Caller caller, String function, String field, String property) {
    Design design = Design.parse("v6.12");
    Question.Compose question = of(caller, 4, caller == Caller.DIRECT);
    List<String> names = asked(question, design).stream().map(Property::name).toList();
    Kernel mutant = new ModelledKernel(design, Optional.of(new Mutant(new Site(function, field))));
    int bit = names.indexOf(property);
    assertTrue(compose(question, mutant, design).hits().containsKey(bit));
    assertFalse(compose(question, new ModelledKernel(design), design).hits().containsKey(bit));
  }
}
