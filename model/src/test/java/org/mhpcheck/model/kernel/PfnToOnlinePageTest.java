package org.mhpcheck.model.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.logic.Bit;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.state.Owners;
import org.mhpcheck.model.state.Section;

/** Whose page pfn_to_online_page() finds, before and after two commits of v5.12. */
class PfnToOnlinePageTest {
  private static final String WITHOUT_BITS = "v5.12-9f9b02e5b346";
  private static final String WITHOUT_DEVICES = "v5.12-1f90a3477df3";

  /** Boot RAM in the first subsection, a device in the next two, a hole in the last. */
  private static History shared(String design) {
    return History.boot(design, "1000").add("0110");
  }

  private static String found(String design, History history) {
    Owners owners =
        Owners.ram(Bits.parse("1000")).withDevice(Bits.parse("0110"), Bits.parse("0100"), false);
    Section section = history.section().withOwners(owners);
    return Mmzone.pfn_to_online_page(section, Design.parse(design)).toString();
  }

  /** Without TAINT nobody asks for devices (L05). */
  @ParameterizedTest
  @CsvSource({
    "v5.3,                1111",
    "v5.11,               1111",
    WITHOUT_BITS + ",     1111",
    WITHOUT_DEVICES + ",  1110",
    "v5.12,               1110",
    "v7.2,                1110"
  })
  void ofASectionThatIsNotTainted(String design, String found) {
    assertEquals(found, found(design, shared(design)));
  }

  /** B16 without the one, B15 without the other. */
  @ParameterizedTest
  @CsvSource({WITHOUT_BITS + ", 1001", "v5.12, 1000", "v6.12, 1000", "v7.2, 1000"})
  void ofATaintedOne(String design, String found) {
    assertEquals(found, found(design, shared(design).taint()));
  }

  /** When the device has gone, its subsections are holes again, and TAINT stays (L17). */
  @Test
  void ofOneThatADeviceHasLeft() {
    History left = shared("v7.2").taint().remove("0110");
    assertEquals("PMOET base own", left.word());
    Section section = left.section().withOwners(Owners.ram(Bits.parse("1000")));
    assertEquals("1000", Mmzone.pfn_to_online_page(section, Design.parse("v7.2")).toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"v5.11", "v5.12", "v7.2"})
  void ofOneThatIsOfflineNobodyIsFound(String design) {
    assertEquals("0000", found(design, shared(design).offline()));
    assertEquals("0000", found(design, History.boot(design, "0000").add("0110")));
  }

  @Test
  void aDeviceInAnOnlineSectionIsBothOnlineAndTainted() {
    Section tainted = shared("v5.12").taint().section();
    assertEquals(Bit.TRUE, Mmzone.online_device_section(tainted));
    assertEquals(Bit.FALSE, Mmzone.online_device_section(shared("v5.12").section()));
    assertEquals(
        Bit.FALSE, Mmzone.online_device_section(shared("v5.12").taint().offline().section()));
  }
}
