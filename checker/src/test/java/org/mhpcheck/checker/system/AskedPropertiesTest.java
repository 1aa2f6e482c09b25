package org.mhpcheck.checker.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mhpcheck.checker.Worlds;
import org.mhpcheck.model.caller.Operation;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.kernel.Errno;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.state.Section;

/** The bits that properties are told by are those of their places. */
class AskedPropertiesTest {
  private static final AskedProperties ASKED =
      new AskedProperties(
          Stream.of(
                  "failed-add-changes-nothing",
                  "map-backed-by-memmap",
                  "section-can-be-brought-back",
                  "boot-usage-never-freed",
                  "memmap-only-where-mapped")
              .map(Worlds::property)
              .toList());

  private static final Section BOOTED = Worlds.kernel("v6.12").boot(Bits.full(4), 0);

  private static final Section ABSENT = Section.absent(4);

  @Test
  void standAtTheirPlaces() {
    assertEquals(5, ASKED.size());
    assertEquals(0b11111, ASKED.all());
    assertEquals("section-can-be-brought-back", ASKED.get(2).name());
    assertEquals(0b00001, ASKED.ofCalls());
    assertEquals(0b00100, ASKED.ofRecovery());
  }

  @Test
  void asManyAsBitsOfALong() {
    Property one = ASKED.get(0);
    assertEquals(-1L, new AskedProperties(Collections.nCopies(64, one)).all());
    assertEquals(0, new AskedProperties(List.of()).all());
    assertThrows(
        IllegalArgumentException.class, () -> new AskedProperties(Collections.nCopies(65, one)));
  }

  @Test
  void areMetByTheirCalls() {
    assertEquals(0, ASKED.metBy(Operation.ARCH_ADD_MEMORY, Errno.OK));
    assertEquals(0b00101, ASKED.metBy(Operation.ARCH_ADD_MEMORY, Errno.ENOMEM));
    assertEquals(0, ASKED.metBy(Operation.ARCH_REMOVE_MEMORY, Errno.OK));
  }

  @Test
  void areSpoiltByWhatChanges() {
    assertEquals(0, ASKED.spoiltBy(BOOTED, BOOTED));
    assertEquals(0b00001, ASKED.spoiltBy(ABSENT, BOOTED));
  }

  @Test
  void areBrokenByStatesThatTheySpeakOf() {
    assertEquals(new AskedProperties.Effect(0, 0), ASKED.of(ABSENT));
    assertEquals(new AskedProperties.Effect(0, 0b00010), ASKED.of(BOOTED));
    assertEquals(0b00100, ASKED.notRecovered(BOOTED), "bits that nobody owns");
    assertEquals(0, ASKED.notRecovered(ABSENT));
  }
}
