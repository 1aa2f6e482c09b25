package org.mhpcheck.checker.system;

import java.util.List;
import org.mhpcheck.model.claim.CallTaken;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.claim.StepTaken;
import org.mhpcheck.model.state.Section;

/** The properties of one question, each by its bit: its place in the list. */
public final class AskedProperties {
  /** As many as bits of a long. */
  public static final int MAX = 64;

  private final List<Property> properties;
  private final long ofCalls;

  public AskedProperties(List<Property> properties) {
    if (properties.size() > MAX) {
      throw new IllegalArgumentException("more than " + MAX + " properties at once");
    }
    this.properties = List.copyOf(properties);
    long calls = 0;
    for (int i = 0; i < properties.size(); i++) {
      if (properties.get(i) instanceof Property.OfCall) {
        calls |= 1L << i;
      }
    }
    this.ofCalls = calls;
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

  Effect of(CallTaken call) {
    long broken = 0;
    long met = 0;
    for (int i = 0; i < properties.size(); i++) {
      if (properties.get(i) instanceof Property.OfCall p) {
        broken |= bit(i, !p.holds().test(call));
        met |= bit(i, p.premise().test(call));
      }
    }
    return new Effect(broken, met);
  }

  private static long bit(int i, boolean set) {
    return set ? 1L << i : 0;
  }
}
