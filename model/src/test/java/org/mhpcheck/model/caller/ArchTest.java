package org.mhpcheck.model.caller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mhpcheck.model.caller.Operation.ADD_MEMORY;
import static org.mhpcheck.model.caller.Operation.MEMREMAP_PAGES;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.Errno;
import org.mhpcheck.model.kernel.FaultPoint;
import org.mhpcheck.model.state.Geometry;
import org.mhpcheck.model.state.Section;

/** What becomes of the linear mapping when something fails, by architecture and release. */
class ArchTest {

  @Test
  void eachHasItsName() {
    assertEquals(
        List.of("x86_64", "arm64", "ppc64", "s390", "riscv64", "loongarch64"),
        List.of(Arch.values()).stream().map(Arch::text).toList());
    for (Arch arch : Arch.values()) {
      assertEquals(Optional.of(arch), Arch.named(arch.text()));
    }
    assertEquals(Optional.empty(), Arch.named("X86_64"));
  }

  /** B36, and what L01 comes to with it: valid memory without a mapping. */
  @ParameterizedTest
  @CsvSource({
    "X86_64,      v5.3,                               left",
    "X86_64,      v7.2,                               left",
    "ARM64,       v5.6,                               left",
    "ARM64,       v5.6+b36-linear-map-left-on-arm64,  gone",
    "ARM64,       v5.7,                               gone",
    "ARM64,       v7.2-b36-linear-map-left-on-arm64,  left",
    "PPC64,       v5.10,                              left",
    "PPC64,       v5.11,                              gone",
    "S390,        v5.3,                               gone",
    "S390,        v7.2,                               gone",
    "RISCV64,     v6.11,                              gone",
    "LOONGARCH64, v7.2,                               left"
  })
  void afterAFailedAdd(Arch arch, String design, String mapping) {
    for (Operation add : List.of(ADD_MEMORY, MEMREMAP_PAGES)) {
      SmallSystem system =
          new SmallSystem(design, arch, 1, "00", "00")
              .failing(new Call(add, 0, 4), FaultPoint.MEMMAP, 1);
      String expected = mapping.equals("left") ? "11" : "00";
      assertEquals(Errno.ENOMEM, system.rc());
      assertEquals("11", system.section(0).subsectionMap().toString(), "L01");
      for (Section section : system.sections()) {
        assertEquals(expected, section.linearMap().toString());
      }
    }
  }

  /** Only vmem_add_mapping() of s390 is known to return an error. */
  @ParameterizedTest
  @EnumSource
  void whereMappingMayFail(Arch arch) {
    Machine machine = new Machine(Design.parse("v6.12"), new World(new Geometry(2, 2), arch, 1, 0));
    String map = arch == Arch.S390 ? "TRY_MAP" : "MAP";
    assertEquals(
        "1 PAGEMAP 01, 2 PAGEMAP 10, 1 %s 01, 2 %s 10, 1 ADD 01, 2 ADD 10, 1 TAINT 01, 2 TAINT 10,"
                .formatted(map, map)
            + " 1 CLAIM 01, 2 CLAIM_ON 10, 0",
        PlanText.ifAllIsWell(Caller.DEVICE.plan(new Call(MEMREMAP_PAGES, 1, 3), machine)));
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "2"})
  void aMappingThatFailsTakesBackWhatItHadMapped(int failing) {
    for (Operation add : List.of(ADD_MEMORY, MEMREMAP_PAGES)) {
      SmallSystem system = new SmallSystem("v6.12", Arch.S390, 1, "00", "00", "00");
      List<Section> before = system.sections();
      system.failing(new Call(add, 0, 6), FaultPoint.LINEAR_MAP, failing);
      assertEquals(Errno.ENOMEM, system.rc());
      assertEquals(before, system.sections());
    }
  }

  /** It begins where the range does, and leaves what was mapped beside it. */
  @Test
  void whatWasMappedBeforeStays() {
    SmallSystem system = new SmallSystem("v6.12", Arch.S390, 1, "10", "00", "00");
    List<Section> before = system.sections();
    system.failing(new Call(MEMREMAP_PAGES, 1, 5), FaultPoint.LINEAR_MAP, 2);
    assertEquals(before, system.sections());
    assertEquals("10", system.section(0).linearMap().toString());
  }
}
