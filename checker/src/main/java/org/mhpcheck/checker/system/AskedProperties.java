package org.mhpcheck.checker.system;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.mhpcheck.model.caller.Operation;
import org.mhpcheck.model.claim.CallTaken;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.claim.SpanStepTaken;
import org.mhpcheck.model.claim.StepTaken;
import org.mhpcheck.model.kernel.Errno;
import org.mhpcheck.model.state.Memory;
import org.mhpcheck.model.state.Section;

/** The properties of one question, each by its bit: its place in the list. */
public final class AskedProperties {
  /** As many as bits of a long. */
  public static final int MAX = 64;

  private final List<Property> properties;

  /** By kind, the properties of that kind. */
  private final Map<Class<?>, Long> bits = new HashMap<>();

  public AskedProperties(List<Property> properties) {
    if (properties.size() > MAX) {
      throw new IllegalArgumentException("more than " + MAX + " properties at once");
    }
    this.properties = List.copyOf(properties);
    for (int i = 0; i < properties.size(); i++) {
      bits.merge(properties.get(i).getClass(), 1L << i, (one, other) -> one | other);
    }
  }

  public Property get(int bit) {
    return properties.get(bit);
  }

  public int size() {
    return properties.size();
  }

  /** All bits. */
  public long all() {
    return properties.isEmpty() ? 0 : -1L >>> (MAX - properties.size());
  }

  /** The bits of the properties of calls. */
  long ofCalls() {
    return bits.getOrDefault(Property.OfCall.class, 0L);
  }

  /** The bits of the properties of recovery. */
  long ofRecovery() {
    return bits.getOrDefault(Property.OfRecovery.class, 0L);
  }

  /** The properties of recovery for which {@code section} is not as they ask. */
  long notRecovered(Section section) {
    return effect(
            Property.OfRecovery.class,
            all(),
            p -> p.recovered().apply(section).isFalse(),
            p -> false)
        .broken();
  }

  /** What a state, step or call does to the properties that speak of it. */
  public record Effect(long broken, long met) {
    static final Effect NONE = new Effect(0, 0);
  }

  /** Of those of {@code asked} that are of a kind. */
  private <P extends Property> Effect effect(
      Class<P> kind, long asked, Predicate<P> breaks, Predicate<P> meets) {
    long broken = 0;
    long met = 0;
    for (long rest = asked & bits.getOrDefault(kind, 0L); rest != 0; rest &= rest - 1) {
      int i = Long.numberOfTrailingZeros(rest);
      P property = kind.cast(properties.get(i));
      broken |= bit(i, breaks.test(property));
      met |= bit(i, meets.test(property));
    }
    return new Effect(broken, met);
  }

  Effect of(Section section) {
    return of(section, all());
  }

  /** Of a section at rest, to the properties {@code asked}. */
  public Effect of(Section section, long asked) {
    return effect(
        Property.OfState.class,
        asked,
        p -> p.holds().apply(section).isFalse(),
        p -> p.premise().apply(section).isTrue());
  }

  Effect of(StepTaken step) {
    return of(step, all());
  }

  /** Of a step; those that are not the kernel's break nothing. */
  public Effect of(StepTaken step, long asked) {
    return step.step().kind().isKernel()
        ? effect(
            Property.OfStep.class,
            asked,
            p -> p.holds().apply(step).isFalse(),
            p -> p.premise().apply(step).isTrue())
        : Effect.NONE;
  }

  /** Of a whole call. */
  public Effect of(CallTaken call, long asked) {
    return effect(Property.OfCall.class, asked, p -> p.holds(call).isFalse(), p -> p.premise(call));
  }

  Effect of(Memory memory) {
    return of(memory, all());
  }

  /** Of all sections with the spans over them. */
  public Effect of(Memory memory, long asked) {
    return effect(
        Property.OfSystem.class,
        asked,
        p -> !p.holds().test(memory),
        p -> p.premise().test(memory));
  }

  Effect of(SpanStepTaken step) {
    return of(step, all());
  }

  /** Of a step on zones and spans. */
  public Effect of(SpanStepTaken step, long asked) {
    return effect(
        Property.OfSpanStep.class, asked, p -> !p.holds().test(step), p -> p.premise().test(step));
  }

  /** The properties of calls and of recovery whose premise such a call meets. */
  long metBy(Operation operation, Errno rc) {
    return effect(Property.OfCall.class, all(), p -> false, p -> p.when().test(operation, rc)).met()
        | effect(Property.OfRecovery.class, all(), p -> false, p -> p.when().test(operation, rc))
            .met();
  }

  /** The properties of calls that a call breaks that does this to a section, if it meets them. */
  long spoiltBy(Section before, Section after) {
    return effect(
            Property.OfCall.class,
            all(),
            p -> !p.leaves().apply(before, after).isTrue(),
            p -> false)
        .broken();
  }

  private static long bit(int i, boolean set) {
    return set ? 1L << i : 0;
  }
}
