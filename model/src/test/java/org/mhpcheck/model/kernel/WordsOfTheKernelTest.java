package org.mhpcheck.model.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    "MEMMAP,2,memmap allocation fails after 2 subsections"
  })
  void faults(FaultPoint point, int occurrence, String text) {
    assertEquals(text, new Fault(point, occurrence).text());
  }

  @Test
  void kernelStepsBearTheirFunctionsNames() {
    assertEquals("sparse_add_section", Step.Kind.ADD.text());
    assertEquals("sparse_remove_section", Step.Kind.REMOVE.text());
  }

  @ParameterizedTest
  @CsvSource({"ADD,true", "REMOVE,true", "CLAIM,false", "CLAIM_ON,false", "RELEASE,false"})
  void whoDoesAStep(Step.Kind kind, boolean kernel) {
    assertEquals(kernel, kind.isKernel());
  }
}
