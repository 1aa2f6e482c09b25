package org.mhpcheck.reports.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.kernel.ModelledKernel;
import org.mhpcheck.model.kernel.Step;
import org.mhpcheck.model.logic.Bit;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.state.MemmapBase;
import org.mhpcheck.model.state.Owners;
import org.mhpcheck.model.state.Section;
import org.mhpcheck.model.state.SectionMemMap;

class SectionTextTest {
  private static final Section BOOTED =
      new ModelledKernel(Design.parse("v5.4")).boot(Bits.parse("1100"));

  @Test
  void anOrdinarySectionHasNoBaseAndNoOwners() {
    assertEquals("PMOE  usage boot  map 1100  memmap bbbb", SectionText.of(BOOTED));
    assertEquals("----  usage null  map 0000  memmap ....", SectionText.of(Section.absent(4)));
  }

  @Test
  void aBaseIsToldWhereItIsNotTheSectionsOwn() {
    assertEquals(
        "PMOE  base wrong  usage boot  map 1100  memmap bbbb",
        SectionText.of(withBase(MemmapBase.WRONG)));
  }

  @Test
  void ownersAreToldWhereThereAreAny() {
    Owners owners =
        Owners.ram(Bits.parse("1000")).withDevice(Bits.parse("0110"), Bits.parse("0100"), false);
    assertEquals(
        "PMOE  usage boot  map 1100  memmap bbbb  owners rDd.",
        SectionText.of(BOOTED.withLinearMap(owners.any()).withOwners(owners)));
  }

  @Test
  void aDevicesAltmapIsToldAndItsMemmap() {
    Owners owners = Owners.none(4).withDevice(Bits.parse("0110"), Bits.parse("0100"), true);
    owners = owners.withDevice(Bits.parse("0001"), Bits.parse("0001"), false);
    Section section = Section.absent(4).withLinearMap(owners.any()).withOwners(owners);
    ModelledKernel kernel = new ModelledKernel(Design.parse("v6.12"));
    Step add = new Step(Step.Kind.ADD, Bits.parse("0110"), Altmap.ALTMAP);
    section = kernel.step(section, add).get(0).next();
    section = kernel.step(section, new Step(Step.Kind.ADD, Bits.parse("0001"))).get(0).next();
    assertEquals("PM--  usage slab  map 0111  memmap .aap  owners .AaD", SectionText.of(section));
  }

  @Test
  void aReservedPageIsToldWhereTheOriginOfTheUsageDoesNotSayIt() {
    Section odd =
        new Section(
            BOOTED.sectionMemMap(),
            BOOTED.usage(),
            Bit.FALSE,
            BOOTED.pageblockFlags(),
            BOOTED.subsectionMap(),
            BOOTED.memmap(),
            BOOTED.linearMap(),
            BOOTED.owners());
    assertEquals(
        "PMOE  usage boot (page not reserved)  map 1100  memmap bbbb", SectionText.of(odd));
  }

  @Test
  void taintIsToldWhereItIs() {
    SectionMemMap word = BOOTED.sectionMemMap().withTaint();
    assertEquals(
        "PMOET  usage boot  map 1100  memmap bbbb",
        SectionText.of(with(word, BOOTED.pageblockFlags())));
  }

  /** A boot usage's are set, another's clear. */
  @Test
  void pageblockFlagsAreToldWhereTheOriginOfTheUsageDoesNotSayThem() {
    assertEquals(
        "PMOE  usage boot (flags clear)  map 1100  memmap bbbb",
        SectionText.of(with(BOOTED.sectionMemMap(), Bit.FALSE)));
    ModelledKernel old = new ModelledKernel(Design.parse("v5.2"));
    Section added =
        old.step(Section.absent(4), new Step(Step.Kind.ADD, Bits.full(4))).get(0).next();
    assertEquals("PM--  usage slab (flags set)  map 1111  memmap pppp", SectionText.of(added));
  }

  @Test
  void ramWithAnAltmapAndPrivateMemoryHaveTheirLetters() {
    Owners owners =
        Owners.none(6)
            .withRam(Bits.parse("100000"), true)
            .withRam(Bits.parse("010000"), false)
            .withPrivateDevice(Bits.parse("001100"), Bits.parse("001000"))
            .withDevice(Bits.parse("000011"), Bits.parse("000010"), true);
    Section section = Section.absent(6).withLinearMap(Bits.parse("110011")).withOwners(owners);
    assertEquals(
        "----  usage null  map 000000  memmap ......  owners RrPpAa", SectionText.of(section));
  }

  /** Where it is as owners say it goes without saying; private memory has none. */
  @Test
  void theLinearMappingIsToldWhereItIsOtherwise() {
    Section left = Section.absent(4).withLinearMap(Bits.parse("0011"));
    assertEquals("----  usage null  map 0000  memmap ....  linear map 0011", SectionText.of(left));
    Section unmapped = Section.absent(4).withOwners(Owners.ram(Bits.parse("1000")));
    assertEquals(
        "----  usage null  map 0000  memmap ....  linear map 0000  owners r...",
        SectionText.of(unmapped));
    assertEquals(
        List.of(new SectionChange("linear map", "0000", "0011")),
        SectionChange.between(Section.absent(4), left));
  }

  @Test
  void onlyWhatChangedIsAChange() {
    assertEquals(List.of(), SectionChange.between(BOOTED, BOOTED));
    assertEquals(
        List.of(new SectionChange("base", "own", "wrong")),
        SectionChange.between(BOOTED, withBase(MemmapBase.WRONG)));
  }

  @Test
  void aBaseThatGoesWithTheFlagsIsNoChangeOfItsOwn() {
    assertEquals(
        List.of("flags", "usage", "map", "memmap"),
        SectionChange.between(Section.absent(4), BOOTED).stream()
            .map(SectionChange::field)
            .toList());
  }

  private static Section withBase(MemmapBase base) {
    return with(BOOTED.sectionMemMap().withBase(base), BOOTED.pageblockFlags());
  }

  private static Section with(SectionMemMap word, Bit pageblockFlags) {
    return new Section(
        word,
        BOOTED.usage(),
        BOOTED.reserved(),
        pageblockFlags,
        BOOTED.subsectionMap(),
        BOOTED.memmap(),
        BOOTED.linearMap(),
        BOOTED.owners());
  }
}
