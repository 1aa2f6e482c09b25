package org.mhpcheck.model.state;

import java.util.Collections;
import java.util.List;
import java.util.function.IntPredicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.mhpcheck.model.logic.AnyBits;
import org.mhpcheck.model.logic.Bit;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.logic.OneOf;

/** Known sections in any state that is one at all, reachable or not; nobody owns any of it. */
public final class AnySection {
  private AnySection() {}

  public static Arbitrary<Section> of(int subsections) {
    return Combinators.combine(
            word(),
            Arbitraries.of(Usage.class),
            Arbitraries.of(true, false),
            Arbitraries.of(true, false),
            AnyBits.of(subsections),
            memmap(subsections))
        .as(
            (word, usage, reserved, flags, map, memmap) ->
                new Section(
                    word,
                    OneOf.of(usage),
                    Bit.of(reserved && usage != Usage.NULL),
                    Bit.of(flags && usage != Usage.NULL),
                    usage == Usage.NULL ? Bits.none(subsections) : map,
                    memmap,
                    Bits.none(subsections),
                    Owners.none(subsections)))
        .withoutEdgeCases();
  }

  private static Arbitrary<SectionMemMap> word() {
    return Combinators.combine(
            Arbitraries.of(true, false).list().ofSize(5), Arbitraries.of(MemmapBase.class))
        .as(
            (flags, base) ->
                new SectionMemMap(
                    Bit.of(flags.get(0)),
                    Bit.of(flags.get(1)),
                    Bit.of(flags.get(2)),
                    Bit.of(flags.get(3)),
                    Bit.of(flags.get(4)),
                    OneOf.of(base)));
  }

  private enum Allocator {
    NONE,
    BOOT,
    BUDDY,
    ALTMAP
  }

  private static Arbitrary<Memmap> memmap(int subsections) {
    Arbitrary<List<Allocator>> mixed = Arbitraries.of(Allocator.class).list().ofSize(subsections);
    Arbitrary<List<Allocator>> uniform =
        Arbitraries.of(Allocator.class).map(a -> Collections.nCopies(subsections, a));
    return Arbitraries.oneOf(mixed, uniform)
        .map(
            from ->
                new Memmap(
                    bits(subsections, i -> from.get(i) == Allocator.BOOT),
                    bits(subsections, i -> from.get(i) == Allocator.BUDDY),
                    bits(subsections, i -> from.get(i) == Allocator.ALTMAP)));
  }

  private static Bits bits(int size, IntPredicate set) {
    return Bits.of(size, i -> Bit.of(set.test(i)));
  }
}
