package org.mhpcheck.model.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mhpcheck.model.state.Section;

/** Flags that others than sparse_add_section() set and clear: of sections, and of pageblocks. */
class FlagsTest {

  @Nested
  class Online {
    @ParameterizedTest
    @ValueSource(strings = {"v5.2", "v5.3", "v6.12", "v6.12-debian", "v7.2"})
    void aValidSectionGoesOnAndOffline(String design) {
      History history = History.boot(design, "0000").add("1111");
      assertEquals("PMO- base own", history.online().word());
      assertEquals("PM-- base own", history.offline().word());
      assertEquals(Errno.OK, history.rc());
      assertEquals(List.of(), history.notes());
    }

    /** online_mem_sections() has not asked since v7.1, nor in Debian's 6.12.117. */
    @ParameterizedTest
    @CsvSource({
      "v5.2,         true",
      "v5.3,         true",
      "v6.12,        true",
      "v6.12-debian, false",
      "v7.0,         true",
      "v7.1,         false"
    })
    void oneThatIsNotValidIsNoticedOrNot(String design, boolean noticed) {
      History history = History.boot(design, "0000").online();
      assertEquals(noticed ? "0" : "--O- base zero", history.word());
      assertEquals(
          noticed ? List.of("online_mem_sections: SECTION_NOT_VALID") : List.of(), history.notes());
      assertEquals(
          noticed ? List.of("offline_mem_sections: SECTION_NOT_VALID") : List.of(),
          history.offline().notes());
      assertEquals(Section.absent(4), history.section());
    }

    /** sparse_init_one_section() keeps the low flags. */
    @Test
    void anAddToAnOnlineSectionLeavesItOnline() {
      assertEquals("PMOE base own", History.boot("v7.2", "1000").add("0110").word());
      assertEquals("PM-E base own", History.boot("v7.2", "1000").offline().add("0110").word());
    }
  }

  @Nested
  class Taint {
    @Test
    void staysUntilTheSectionIsReset() {
      History history = History.boot("v5.12", "0000").add("1100").taint();
      assertEquals("PM--T base own", history.word());
      assertEquals("PM--T base own", history.add("0010").remove("1100").word());
      assertEquals("0", history.remove("0010").word());
    }

    @ParameterizedTest
    @ValueSource(strings = {"v5.2", "v5.11", "v5.12-b15-device-page-found-online"})
    void isNoStepOfKernelsBefore(String design) {
      History history = History.boot(design, "1111");
      Exception e = assertThrows(IllegalArgumentException.class, history::taint);
      assertEquals(true, e.getMessage().endsWith("has no section_taint_zone_device()"));
    }
  }

  /** Whether any is set, in the usage that a section points at. */
  @Nested
  class Pageblocks {
    private String flags(History history) {
      return history.section().pageblockFlags().isTrue() ? "set" : "clear";
    }

    @ParameterizedTest
    @ValueSource(strings = {"v5.2", "v5.3", "v6.12", "v7.2"})
    void bootSetsThem(String design) {
      assertEquals("set", flags(History.boot(design, "1111")));
      assertEquals("clear", flags(History.boot(design, "0000")));
    }

    /** Up to v5.2 from kmalloc(), which clears nothing. */
    @ParameterizedTest
    @CsvSource({"v5.2,set", "v5.2+1..1,clear", "v5.3,clear", "v6.12,clear", "v7.2,clear"})
    void aNewUsageHasNone(String design, String flags) {
      assertEquals(flags, flags(History.boot(design, "0000").add("1111")));
    }

    /** L12: a boot usage that is kept keeps them, too. */
    @ParameterizedTest
    @ValueSource(strings = {"v5.3", "v5.5", "v6.12", "v7.2"})
    void aKeptUsageKeepsThem(String design) {
      History history = History.boot(design, "1111").remove("1111");
      assertEquals("set", flags(history));
      assertEquals("set", flags(history.add("1111")));
    }

    /** It is forgotten (B05), and the next is a new one. */
    @Test
    void upToTheEighthPatchNoneIsKept() {
      History history = History.boot("v5.2+1..1", "1111").remove("1111");
      assertEquals("clear", flags(history));
      assertEquals("clear", flags(history.add("1111")));
    }

    @Test
    void theyGoWithTheUsage() {
      History history = History.boot("v5.2", "0000").add("1111");
      assertEquals("clear", flags(history.remove("1111")));
    }
  }
}
