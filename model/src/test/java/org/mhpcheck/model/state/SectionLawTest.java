package org.mhpcheck.model.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.mhpcheck.model.logic.Assignment;
import org.mhpcheck.model.logic.Bit;
import org.mhpcheck.model.logic.Circuit;

/** Sections as known values, and as values of an unknown one. */
class SectionLawTest {
  private static final int SUBSECTIONS = 5;

  @Property
  void anyStateIsAValueOfTheUnknownSection(@ForAll("sections") Section section) {
    Section unknown = UnknownSection.of(new Circuit(), SUBSECTIONS);
    Assignment assignment = new Assignment();
    UnknownSection.assign(assignment, unknown, section);
    assertEquals(section, UnknownSection.valueOf(assignment, unknown));
    assertTrue(assignment.value(unknown.isWellFormed()));
    assertTrue(section.isWellFormed().isTrue());
  }

  @Property
  void sameAsIsEquality(@ForAll("twoAlike") List<Section> two) {
    Section a = two.get(0);
    Section b = two.get(1);
    assertEquals(a.equals(b), a.sameAs(b).isTrue());
    Section unknown = UnknownSection.of(new Circuit(), SUBSECTIONS);
    Assignment assignment = new Assignment();
    UnknownSection.assign(assignment, unknown, a);
    assertEquals(a.equals(b), assignment.value(unknown.sameAs(b)));
  }

  @Property
  void populatedIsKeptOrAdded(@ForAll("sections") Section section) {
    Memmap before = section.memmap();
    Memmap after = before.populatedFromBuddy(section.subsectionMap());
    assertTrue(after.isWellFormed().isTrue());
    assertEquals(before.boot(), after.boot());
    assertEquals(before.altmap(), after.altmap());
    assertEquals(before.populated().or(section.subsectionMap()), after.populated());
    assertEquals(
        before.populated().minus(section.subsectionMap()),
        after.without(section.subsectionMap()).populated());
  }

  @Property
  void anAltmapTakesTheRestAsThePageAllocatorDoes(@ForAll("sections") Section section) {
    Memmap before = section.memmap();
    Memmap fromAltmap = before.populatedFromAltmap(section.subsectionMap());
    Memmap fromBuddy = before.populatedFromBuddy(section.subsectionMap());
    assertTrue(fromAltmap.isWellFormed().isTrue());
    assertEquals(before.boot(), fromAltmap.boot());
    assertEquals(before.buddy(), fromAltmap.buddy());
    assertEquals(fromBuddy.populated(), fromAltmap.populated());
    assertEquals(
        fromBuddy.buddy().minus(before.buddy()), fromAltmap.altmap().minus(before.altmap()));
  }

  @Provide
  Arbitrary<Section> sections() {
    return AnySection.of(SUBSECTIONS);
  }

  /** Often the same but for one thing. */
  @Provide
  Arbitrary<List<Section>> twoAlike() {
    return AnySection.of(SUBSECTIONS)
        .list()
        .ofSize(2)
        .flatMap(
            two -> {
              Section a = two.get(0);
              Section b = two.get(1);
              return Arbitraries.of(
                  List.of(a, a),
                  List.of(a, b),
                  List.of(a, a.withOwners(Owners.ram(b.subsectionMap()))),
                  List.of(a, a.withLinearMap(b.subsectionMap())),
                  List.of(a, with(a, b.sectionMemMap(), a.pageblockFlags(), a.memmap())),
                  List.of(
                      a, with(a, a.sectionMemMap().withTaint(), a.pageblockFlags(), a.memmap())),
                  List.of(a, with(a, a.sectionMemMap(), b.pageblockFlags(), a.memmap())),
                  List.of(a, with(a, a.sectionMemMap(), a.pageblockFlags(), b.memmap())));
            });
  }

  private static Section with(
      Section section, SectionMemMap word, Bit pageblockFlags, Memmap memmap) {
    return new Section(
        word,
        section.usage(),
        section.reserved(),
        pageblockFlags,
        section.subsectionMap(),
        memmap,
        section.linearMap(),
        section.owners());
  }
}
