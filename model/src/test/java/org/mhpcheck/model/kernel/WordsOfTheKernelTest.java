package org.mhpcheck.model.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Return codes, faults and steps as kernel people write them. */
class WordsOfTheKernelTest {

  @ParameterizedTest
  @CsvSource({"OK,0,0", "ENOMEM,-12,-ENOMEM", "EEXIST,-17,-EEXIST", "EINVAL,-22,-EINVAL"})
  void returnCodes(Errno rc, int code, String text) {
    assertEquals(code, rc.code());
    assertEquals(text, rc.text());
  }

  @ParameterizedTest
  @CsvSource({
    "USAGE,0,usage allocation fails",
    "MEMMAP,0,memmap allocation fails",
    "MEMMAP,1,memmap allocation fails after 1 subsection",
    "MEMMAP,2,memmap allocation fails after 2 subsections",
    "LINEAR_MAP,0,linear mapping fails",
    "MEMORY_BLOCKS,0,creation of memory block devices fails"
  })
  void faults(FaultPoint point, int occurrence, String text) {
    assertEquals(text, new Fault(point, occurrence).text());
  }

  @Test
  void kernelStepsBearTheirFunctionsNames() {
    assertEquals("sparse_add_section", Step.Kind.ADD.text());
    assertEquals("__add_section", Step.Kind.ADD_ABSENT.text());
    assertEquals("sparse_remove_section", Step.Kind.REMOVE.text());
    assertEquals("online_mem_sections", Step.Kind.ONLINE.text());
    assertEquals("offline_mem_sections", Step.Kind.OFFLINE.text());
    assertEquals("section_taint_zone_device", Step.Kind.TAINT.text());
    assertEquals("create_memory_block_devices", Step.Kind.CREATE_BLOCKS.text());
  }

  @ParameterizedTest
  @EnumSource
  void whoDoesAStep(Step.Kind kind) {
    Set<Step.Kind> kernels =
        EnumSet.of(
            Step.Kind.ADD,
            Step.Kind.ADD_ABSENT,
            Step.Kind.REMOVE,
            Step.Kind.ONLINE,
            Step.Kind.OFFLINE,
            Step.Kind.TAINT);
    assertEquals(kernels.contains(kind), kind.isKernel());
    assertEquals(kind == Step.Kind.ADD || kind == Step.Kind.ADD_ABSENT, kind.adds());
  }
}
