package org.mhpcheck.reports.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mhpcheck.model.caller.Call;
import org.mhpcheck.model.caller.FaultIn;
import org.mhpcheck.model.caller.Operation;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.kernel.Errno;
import org.mhpcheck.model.kernel.Fault;
import org.mhpcheck.model.kernel.FaultPoint;
import org.mhpcheck.model.kernel.Step;
import org.mhpcheck.model.logic.Bits;

class CallTextTest {
  @Test
  void aCallNamesItsSectionAndSubsections() {
    assertEquals(
        "arch_add_memory(section 1, subsections 0-3)",
        CallText.of(new Call(Operation.ARCH_ADD_MEMORY, 0, 4), 4));
    assertEquals(
        "arch_remove_memory(section 2, subsection 1)",
        CallText.of(new Call(Operation.ARCH_REMOVE_MEMORY, 5, 6), 4));
  }

  @Test
  void aCallOverSectionsSaysWhereItBeginsAndEnds() {
    assertEquals(
        "memremap_pages(sections 1-2, subsections 1.6-2.3)",
        CallText.of(new Call(Operation.MEMREMAP_PAGES, 6, 12), 8));
  }

  @Test
  void aStepIsTheKernelFunctionOnItsSection() {
    assertEquals(
        "sparse_add_section(section 2, subsections 0-1)",
        CallText.of(1, new Step(Step.Kind.ADD, Bits.parse("1100"))));
    assertEquals(
        "resource tree: claim section 1, subsection 3",
        CallText.of(0, new Step(Step.Kind.CLAIM, Bits.parse("0001"))));
  }

  @Test
  void anAltmapIsSaid() {
    assertEquals(
        "memremap_pages(section 1, subsections 0-3, altmap)",
        CallText.of(new Call(Operation.MEMREMAP_PAGES, 0, 4, Altmap.ALTMAP), 4));
    assertEquals(
        "arch_add_memory(section 1, subsection 1, inaccessible altmap)",
        CallText.of(new Call(Operation.ARCH_ADD_MEMORY, 1, 2, Altmap.INACCESSIBLE), 4));
    assertEquals(
        "sparse_remove_section(section 2, subsections 0-1, altmap)",
        CallText.of(1, new Step(Step.Kind.REMOVE, Bits.parse("1100"), Altmap.ALTMAP)));
    assertEquals(
        "resource tree: claim section 1, subsection 3, altmap",
        CallText.of(0, new Step(Step.Kind.CLAIM, Bits.parse("0001"), Altmap.ALTMAP)));
  }

  @Test
  void noPagesAreSaidToBeNone() {
    assertEquals(
        "sparse_add_section(section 2, no pages at subsection 0, altmap)",
        CallText.of(new Call(Operation.SPARSE_ADD_SECTION, 4, 4, Altmap.ALTMAP), 4));
    assertEquals(
        "sparse_add_section(section 2, no pages)",
        CallText.of(1, new Step(Step.Kind.ADD, Bits.none(4))));
  }

  @Test
  void whatIsPrivateIsSaidInTheCallsName() {
    assertEquals(
        "memremap_pages/private(section 1, subsection 2)",
        CallText.of(new Call(Operation.MEMREMAP_PRIVATE_PAGES, 2, 3), 4));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ADD_ABSENT       | __add_section(section 1, subsections 0-3)",
        "ONLINE           | online_mem_sections(section 1, subsections 0-3)",
        "OFFLINE          | offline_mem_sections(section 1, subsections 0-3)",
        "TAINT            | section_taint_zone_device(section 1, subsections 0-3)",
        "CREATE_BLOCKS    | create_memory_block_devices(section 1, subsections 0-3)",
        "MAP              | linear mapping: section 1, subsections 0-3",
        "TRY_MAP          | linear mapping: section 1, subsections 0-3",
        "UNMAP            | linear unmapping: section 1, subsections 0-3",
        "CLAIM_PRIVATE    | resource tree: claim section 1, subsections 0-3",
        "CLAIM_PRIVATE_ON | resource tree: claim section 1, subsections 0-3",
        "CLAIM_RAM        | resource tree: claim section 1, subsections 0-3",
        "RELEASE_RAM      | resource tree: release section 1, subsections 0-3"
      })
  void whoseStepItIs(Step.Kind kind, String text) {
    assertEquals(text, CallText.of(0, new Step(kind, Bits.full(4))));
  }

  @Test
  void whatReturnsNothingHasNoReturnCode() {
    assertEquals(" = 0", CallText.returned(true, Errno.OK));
    assertEquals(" = -EEXIST (-17)", CallText.returned(true, Errno.EEXIST));
    assertEquals("", CallText.returned(false, Errno.OK));
  }

  @Test
  void aFaultSaysWhereAndAfterHowMuch() {
    assertEquals(
        "memmap allocation fails after 2 subsections, in section 3",
        CallText.of(new FaultIn(2, new Fault(FaultPoint.MEMMAP, 2))));
  }
}
