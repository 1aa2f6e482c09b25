package org.mhpcheck.model.caller;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.mhpcheck.model.kernel.Errno;
import org.mhpcheck.model.state.Geometry;

/** Who calls: which calls there are, when they are made, and what they do. */
public enum Caller {
  /**
   * arch_add_memory() and arch_remove_memory() on any range, legal or not: an adversary. It owns
   * nothing and asks nothing.
   */
  DIRECT(
      "direct",
      "any call, legal or not",
      false,
      Operation.ARCH_ADD_MEMORY,
      Operation.ARCH_REMOVE_MEMORY) {
    @Override
    public List<Condition> conditions(Call call, Geometry geometry) {
      return List.of();
    }

    @Override
    public Plan plan(Call call, Geometry geometry) {
      Plan done = new Plan.Done(Errno.OK);
      return call.operation().adds()
          ? MemoryHotplug.__add_pages(call, geometry, done)
          : MemoryHotplug.__remove_pages(call, geometry, done);
    }
  },

  /**
   * memremap_pages() and memunmap_pages(): adds only where the resource tree has no owner, removes
   * exactly what one add added (mm/memremap.c).
   */
  DEVICE(
      "device", "what drivers may do", true, Operation.MEMREMAP_PAGES, Operation.MEMUNMAP_PAGES) {
    @Override
    public List<Condition> conditions(Call call, Geometry geometry) {
      return Device.conditions(call, geometry);
    }

    @Override
    public Plan plan(Call call, Geometry geometry) {
      return Device.plan(call, geometry);
    }
  };

  private final String callerName;
  private final String text;
  private final boolean owns;
  private final List<Operation> operations;

  Caller(String callerName, String text, boolean owns, Operation... operations) {
    this.callerName = callerName;
    this.text = text;
    this.owns = owns;
    this.operations = List.of(operations);
  }

  public String callerName() {
    return callerName;
  }

  /** Which calls it makes, in words. */
  public String text() {
    return text;
  }

  /** Whether its preconditions ask who owns what, so that owners have to be kept. */
  public boolean owns() {
    return owns;
  }

  public List<Operation> operations() {
    return operations;
  }

  /**
   * The calls that could be made in a world of this size: every range, adds first. Long ranges come
   * before short ones, so that of several shortest traces the one of whole sections is told.
   */
  public List<Call> calls(Geometry geometry) {
    List<Call> calls = new ArrayList<>();
    for (Operation operation : operations) {
      for (int from = 0; from < geometry.total(); from++) {
        for (int to = geometry.total(); to > from; to--) {
          calls.add(new Call(operation, from, to));
        }
      }
    }
    return calls;
  }

  /** What has to hold of the sections, all of it, for the call to be made. */
  public abstract List<Condition> conditions(Call call, Geometry geometry);

  /** What the call does. */
  public abstract Plan plan(Call call, Geometry geometry);

  /** The caller that makes this kind of call. */
  public static Caller of(Operation operation) {
    return Stream.of(values())
        .filter(c -> c.operations.contains(operation))
        .findFirst()
        .orElseThrow();
  }
}
