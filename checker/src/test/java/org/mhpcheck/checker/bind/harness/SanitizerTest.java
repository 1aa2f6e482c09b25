package org.mhpcheck.checker.bind.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mhpcheck.checker.bind.build.KernelBuild;
import org.mhpcheck.checker.bind.source.KernelFunction;
import org.mhpcheck.checker.bind.source.KernelMutant;
import org.mhpcheck.checker.bind.source.KernelTree;
import org.mhpcheck.checker.bind.source.Trees;
import org.mhpcheck.checker.bind.tool.Flavour;
import org.mhpcheck.model.kernel.Event;
import org.mhpcheck.model.kernel.Place;
import org.mhpcheck.model.kernel.Step;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.state.Section;

/** What gcc's sanitizers see in a kernel. */
final class SanitizerTest {
  @TempDir Path cache;

  /** All of them are silent, or without a place, in a plain program. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "((unsigned long *)ms->usage)[4096 / 8] = 1;|AddressSanitizer: use-after-poison",
        "((volatile char *)ms->usage)[-1] = 1;|AddressSanitizer: use-after-poison",
        "volatile int one = 1, by = 64; one <<= by;|UndefinedBehaviorSanitizer: shift exponent 64",
        "volatile int most = 0x7fffffff; most++;|UndefinedBehaviorSanitizer: signed integer",
        "volatile int map[2], at = 2; map[at] = 1;|UndefinedBehaviorSanitizer: index 2 out of",
        "unsigned long a[2]; __builtin_memset(a, 0, pfn_valid(0) + 24);|AddressSanitizer: stack"
      })
  void aFaultCostsItsRecordAndIsReportedWithItsPlace(String statement, String report)
      throws IOException {
    KernelTree tree = Trees.of("6.12");
    KernelMutant mutant = new KernelMutant("is_subsection_map_empty", "\\{", "{ " + statement);
    KernelTree mutated = mutant.plant(tree, cache);
    KernelBuild build = KernelBuild.of(mutated, cache);
    KernelFunction function =
        build.functions().stream()
            .filter(f -> f.name().equals("is_subsection_map_empty"))
            .findFirst()
            .orElseThrow();
    try (CompiledKernel compiled = new CompiledKernel(build, 4, Flavour.SANITIZED)) {
      Section full = compiled.boot(Bits.full(4));
      Step remove = new Step(Step.Kind.REMOVE, Bits.range(4, 1, 2));
      Request asked = Request.step(full, remove, Optional.empty());
      Step add = new Step(Step.Kind.ADD, Bits.range(4, 1, 2));
      List<Reply> replies =
          compiled.ask(List.of(asked, Request.step(full, add, Optional.empty()), asked));
      for (int i : new int[] {0, 2}) {
        Reply.Noted noted = replies.get(i).notes().get(0);
        assertEquals(Event.CRASHED, noted.event());
        Place site = noted.place();
        assertEquals(function.file(), site.file(), site.toString());
        assertTrue(
            function.line() <= site.line() && site.line() <= function.lastLine(), site.toString());
        assertTrue(site.function().startsWith(report), site.toString());
      }
      assertEquals("-EEXIST", replies.get(1).outcome().rc().text());
    }
  }

  @Test
  void thePlainProgramDoesNotNotice() throws IOException {
    KernelTree tree = Trees.of("6.12");
    KernelMutant mutant =
        new KernelMutant(
            "is_subsection_map_empty", "\\{", "{ volatile int one = 1, by = 64; one <<= by;");
    KernelTree mutated = mutant.plant(tree, cache);
    try (CompiledKernel compiled = new CompiledKernel(KernelBuild.of(mutated, cache), 4)) {
      Section full = compiled.boot(Bits.full(4));
      Step remove = new Step(Step.Kind.REMOVE, Bits.range(4, 1, 2));
      assertFalse(compiled.step(full, remove).get(0).isCorrupt());
    }
  }
}
