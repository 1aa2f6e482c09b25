package org.mhpcheck.checker.system;

import java.util.List;
import org.mhpcheck.model.caller.Operation;
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
  private final long ofCalls;
  private final long ofRecovery;

  public AskedProperties(List<Property> properties) {
    if (properties.size() > MAX) {
      throw new IllegalArgumentException("more than " + MAX + " properties at once");
    }
    this.properties = List.copyOf(properties);
    this.ofCalls = bitsOf(Property.OfCall.class);
    this.ofRecovery = bitsOf(Property.OfRecovery.class);
  }

  private long bitsOf(Class<? extends Property> kind) {
    long bits = 0;
    for (int i = 0; i < properties.size(); i++) {
      bits |= bit(i, kind.isInstance(properties.get(i)));
    }
    return bits;
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
    return ofCalls;
  }

  /** The bits of the properties of recovery. */
  long ofRecovery() {
    return ofRecovery;
  }

  /** The properties of recovery for which {@code section} is not as they ask. */
  long notRecovered(Section section) {
    long bits = 0;
    for (int i = 0; i < properties.size(); i++) {
      if (properties.get(i) instanceof Property.OfRecovery p) {
        bits |= bit(i, p.recovered().apply(section).isFalse());
      }
    }
    return bits;
  }

  /** What a state, step or call does to the properties that speak of it. */
  record Effect(long broken, long met) {
    static final Effect NONE = new Effect(0, 0);
  }

  Effect of(Section section) {
    long broken = 0;
    long met = 0;
    for (int i = 0; i < properties.size(); i++) {
      if (properties.get(i) instanceof Property.OfState p) {
        broken |= bit(i, p.holds().apply(section).isFalse());
        met |= bit(i, p.premise().apply(section).isTrue());
      }
    }
    return new Effect(broken, met);
  }

  Effect of(StepTaken step) {
    if (!step.step().kind().isKernel()) {
      return Effect.NONE;
    }
    long broken = 0;
    long met = 0;
    for (int i = 0; i < properties.size(); i++) {
      if (properties.get(i) instanceof Property.OfStep p) {
        broken |= bit(i, p.holds().apply(step).isFalse());
        met |= bit(i, p.premise().apply(step).isTrue());
      }
    }
    return new Effect(broken, met);
  }

  /** The properties of calls and of recovery whose premise such a call meets. */
  long metBy(Operation operation, Errno rc) {
    long met = 0;
    for (int i = 0; i < properties.size(); i++) {
      if (properties.get(i) instanceof Property.OfCall p) {
        met |= bit(i, p.when().test(operation, rc));
      } else if (properties.get(i) instanceof Property.OfRecovery p) {
        met |= bit(i, p.when().test(operation, rc));
      }
    }
    return met;
  }

  /** The properties of calls that a call breaks that does this to a section, if it meets them. */
  long spoiltBy(Section before, Section after) {
    long spoilt = 0;
    for (int i = 0; i < properties.size(); i++) {
      if (properties.get(i) instanceof Property.OfCall p) {
        spoilt |= bit(i, !p.leaves().apply(before, after).isTrue());
      }
    }
    return spoilt;
  }

  /** Of all sections with the spans over them. */
  Effect of(Memory memory) {
    long broken = 0;
    long met = 0;
    for (int i = 0; i < properties.size(); i++) {
      if (properties.get(i) instanceof Property.OfSystem p) {
        broken |= bit(i, !p.holds().test(memory));
        met |= bit(i, p.premise().test(memory));
      }
    }
    return new Effect(broken, met);
  }

  Effect of(SpanStepTaken step) {
    long broken = 0;
    long met = 0;
    for (int i = 0; i < properties.size(); i++) {
      if (properties.get(i) instanceof Property.OfSpanStep p) {
        broken |= bit(i, !p.holds().test(step));
        met |= bit(i, p.premise().test(step));
      }
    }
    return new Effect(broken, met);
  }

  private static long bit(int i, boolean set) {
    return set ? 1L << i : 0;
  }
}
