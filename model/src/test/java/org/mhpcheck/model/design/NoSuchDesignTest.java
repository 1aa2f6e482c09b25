package org.mhpcheck.model.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people are told who ask for a design that there is not. */
class NoSuchDesignTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "v5.1             | release v5.1 is not catalogued, the nearest is v5.2",
        "v6.20-ef69bc9    | release v6.20 is not catalogued, the nearest is v6.19",
        "v7.3             | release v7.3 is not catalogued, the nearest is v7.2",
        "v5.2+1..14       | v5.2+1..14: found +1..14, expected +1..N with N from 1 to 13",
        "v5.2+1..0        | v5.2+1..0: found +1..0, expected +1..N with N from 1 to 13",
        "v5.2+2..9        | v5.2+2..9: found +2..9, expected +1..N with N from 1 to 13",
        "v5.2+1..         | v5.2+1..: found +1.., expected +1..N with N from 1 to 13",
        "v5.2-1..9        | v5.2-1..9: found -1..9, expected +1..N with N from 1 to 13",
        "v5.2+1..9999999999 | v5.2+1..9999999999: found +1..9999999999,"
            + " expected +1..N with N from 1 to 13",
        "v5.3+1..9        | v5.3+1..9: the patches 1..13 are for v5.2, found v5.3",
        "v5.2+1..9+1..9   | v5.2+1..9+1..9:"
            + " with the changes before it, the design already has 1..9",
        "v5.2+1..8+b03-early-read-late | v5.2+1..8+b03-early-read-late: b03-early-read-late"
            + " (b03-early-read-late) needs ba72b4c8cf60 (subsection-hotplug)",
        "v5.2+subsection-hotplug | v5.2+subsection-hotplug: ba72b4c8cf60 (subsection-hotplug)"
            + " needs 326e1b8f83a4 (section-is-early)",
        "5.4              | no release is named 5.4, did you mean v5.4?",
        "v5.4b            | no release is named v5.4b, did you mean v5.4?",
        "v5.4+8068df3b6073 | v5.4+8068df3b6073: no change is named 8068df3b6073,"
            + " did you mean 8068df3b6037? (hashes need at least 7 digits)",
        "v5.3-b03-early-rd-late | v5.3-b03-early-rd-late: no change is named b03-early-rd-late,"
            + " did you mean b03-early-read-late? (hashes need at least 7 digits)",
        "v5.4+b01-readded-early-usge | v5.4+b01-readded-early-usge: no change is named"
            + " b01-readded-early-usge, did you mean b01-readded-early-usage?"
            + " (hashes need at least 7 digits)",
        "v5.5+8068df3     | v5.5+8068df3:"
            + " with the changes before it, the design already has 8068df3",
        "v5.4+8068df3+b01-readded-early-usage | v5.4+8068df3+b01-readded-early-usage:"
            + " with the changes before it, the design already has b01-readded-early-usage",
        "v5.4-8068df3     | v5.4-8068df3: it has no 8068df3 to take away",
        "v6.12-ef69bc9-ef69bc9 | v6.12-ef69bc9-ef69bc9: it has no ef69bc9 to take away",
        "v5.5+b943f045a9af | v5.5+b943f045a9af: b943f045a9af (b10-valid-without-usage) needs"
            + " d41e2f3bd546 (b09-reset-before-depopulate)",
        "v6.12-b943f045a9af | v6.12-b943f045a9af: 5ec8e8ea8b77 (b12-usage-race) needs"
            + " b943f045a9af (b10-valid-without-usage)",
        "v6.12-debian-inaccessible-altmap | v6.12-debian-inaccessible-altmap:"
            + " l10-inaccessible-poisoned (l10-inaccessible-poisoned) needs"
            + " c5f1e2d18909 (inaccessible-altmap)",
        "v5.5-vmemap      | v5.5-vmemap: no change is named vmemap, did you mean vmemmap?"
            + " (hashes need at least 7 digits)",
        "v5.5-vmemmap-vmemmap | v5.5-vmemmap-vmemmap: it has no vmemmap to take away",
        "v5.5+vmemmap     | v5.5+vmemmap: with the changes before it, the design already has vmemmap",
        "v7.1-vmemmap     | v7.1-vmemmap: there is no memory hotplug in v7.1 without"
            + " CONFIG_SPARSEMEM_VMEMMAP",
        "v7.2-memory-hotremove-vmemmap | v7.2-memory-hotremove-vmemmap: there is no memory hotplug in"
            + " v7.2 without CONFIG_SPARSEMEM_VMEMMAP",
        "V5.4             | no release is named V5.4, did you mean v5.4?",
        "v5.4+8068df      | v5.4+8068df: no change is named 8068df,"
            + " did you mean 8068df3b6037? (hashes need at least 7 digits)",
        "v5.3-b03-early   | v5.3-b03-early: no change is named b03-early,"
            + " did you mean b03-early-read-late? (hashes need at least 7 digits)"
      })
  void saysWhatWasProbablyMeant(String name, String message) {
    assertEquals(message, messageOf(name));
  }

  @Test
  void saysWhatThereIsWhereNothingIsNear() {
    String releases =
        Stream.of(Release.values())
            .flatMap(r -> r.names().stream())
            .collect(Collectors.joining(", "));
    assertEquals("no release is named '', expected one of " + releases, messageOf(""));
    assertEquals("no release is named linux, expected one of " + releases, messageOf("linux"));
  }

  @ParameterizedTest
  @CsvSource({"v5.4+,''", "v5.4+linux,linux"})
  void saysWhichChangesThereAreWhereNothingIsNear(String name, String named) {
    String changes =
        Stream.concat(
                Stream.of(Change.values())
                    .flatMap(c -> Stream.concat(Stream.of(c.slug()), c.hash().stream())),
                Stream.of(Option.values()).map(Option::slug))
            .collect(Collectors.joining(", "));
    assertEquals(
        "%s: no change is named %s, expected one of %s (hashes need at least 7 digits)"
            .formatted(name, named.isEmpty() ? "''" : named, changes),
        messageOf(name));
  }

  private static String messageOf(String name) {
    return assertThrows(NoSuchDesignException.class, () -> Design.parse(name)).getMessage();
  }
}
