package org.mhpcheck.model.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mhpcheck.model.caller.Arch;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.Platform.Mapping;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.state.Section;

/** What of a section's memmap comes and goes together. */
class VmemmapMappingTest {

  private static ModelledKernel kernel(Mapping mapping) {
    return new ModelledKernel(Design.parse("v6.12"), Optional.empty(), new Platform(mapping, true));
  }

  private static Section after(ModelledKernel kernel, Section section, Step.Kind kind, Bits range) {
    return kernel.step(section, new Step(kind, range)).get(0).next();
  }

  /** Two devices in a section, and the first goes. */
  @ParameterizedTest
  @CsvSource({"PAGES,1100,0100", "PMDS,1111,0000", "PMDS_OF_WHOLE_SECTIONS,1100,0100"})
  void aDeviceGoes(Mapping mapping, String both, String left) {
    ModelledKernel kernel = kernel(mapping);
    Section one = after(kernel, Section.absent(4), Step.Kind.ADD, Bits.parse("1000"));
    Section two = after(kernel, one, Step.Kind.ADD, Bits.parse("0100"));
    assertEquals(both, two.memmap().buddy().toString());
    Section gone = after(kernel, two, Step.Kind.REMOVE, Bits.parse("1000"));
    assertEquals("0100", gone.subsectionMap().toString());
    assertEquals(left, gone.memmap().buddy().toString());
  }

  /** 64 subsections have their memmap in one PMD. */
  @Test
  void aLongSectionHasSeveralPmds() {
    ModelledKernel kernel = kernel(Mapping.PMDS);
    Section added = after(kernel, Section.absent(512), Step.Kind.ADD, Bits.range(512, 70, 130));
    assertEquals(Bits.range(512, 64, 192), added.memmap().buddy());
    Section less = after(kernel, added, Step.Kind.REMOVE, Bits.range(512, 70, 80));
    assertEquals(Bits.range(512, 128, 192), less.memmap().buddy());
  }

  /** Where it runs out of memory, the PMD that it was for is not there. */
  @Test
  void whatFailsLeavesNoPartOfAPmd() {
    ModelledKernel kernel = kernel(Mapping.PMDS);
    Step add = new Step(Step.Kind.ADD, Bits.range(128, 60, 70));
    for (Outcome outcome : kernel.step(Section.absent(128), add)) {
      if (outcome.rc() != Errno.OK) {
        assertEquals(Section.absent(128), outcome.next());
      }
    }
  }

  /** What is mapped needs no memory: only a usage could be missing. */
  @Test
  void whatIsMappedDoesNotFail() {
    ModelledKernel kernel = kernel(Mapping.PMDS);
    Section one = after(kernel, Section.absent(4), Step.Kind.ADD, Bits.parse("1000"));
    assertEquals(1, kernel.step(one, new Step(Step.Kind.ADD, Bits.parse("0100"))).size());
  }

  @ParameterizedTest
  @CsvSource({
    "X86_64,v5.7,PAGES",
    "ARM64,v5.7,PMDS",
    "ARM64,v6.13,PMDS",
    "ARM64,v6.13+d4234d131b0a,PMDS_OF_WHOLE_SECTIONS",
    "ARM64,v6.14,PMDS_OF_WHOLE_SECTIONS",
    "S390,v6.13,PAGES"
  })
  void whoMapsByWhat(Arch arch, String design, Mapping mapping) {
    assertEquals(mapping, arch.platform(Design.parse(design)).mapping());
  }
}
