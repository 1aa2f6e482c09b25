package org.mhpcheck.model.caller;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.kernel.Errno;
import org.mhpcheck.model.state.Geometry;

/** Who calls: which calls there are, when they are made, and what they do. */
public enum Caller {
  /**
   * arch_add_memory() and arch_remove_memory() on any range, legal or not, with any altmap: an
   * adversary. It owns nothing and asks nothing, and its removes need not mirror its adds.
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

    /** To a remove an altmap is an altmap, accessible or not. */
    @Override
    public List<Altmap> altmaps(Operation operation, List<Altmap> asked) {
      return asked.stream()
          .map(a -> !operation.adds() && a.isGiven() ? Altmap.ALTMAP : a)
          .distinct()
          .toList();
    }
  },

  /**
   * memremap_pages() and memunmap_pages(): adds only where the resource tree has no owner, removes
   * exactly what one add added, with the same altmap (mm/memremap.c).
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

    /** A device's own memory is accessible: memremap_pages() never says otherwise. */
    @Override
    public List<Altmap> altmaps(Operation operation, List<Altmap> asked) {
      return asked.stream().filter(a -> a != Altmap.INACCESSIBLE).toList();
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

  /** The calls without an altmap, as {@link #calls(Geometry, List)} has them. */
  public List<Call> calls(Geometry geometry) {
    return calls(geometry, List.of(Altmap.NONE));
  }

  /**
   * The calls that could be made in a world of this size: every range, adds first, with each altmap
   * of those asked that this caller has. Long ranges come before short ones, so that of several
   * shortest traces the one of whole sections is told.
   */
  public List<Call> calls(Geometry geometry, List<Altmap> altmaps) {
    List<Call> calls = new ArrayList<>();
    for (Operation operation : operations) {
      for (Altmap altmap : altmaps(operation, altmaps)) {
        for (int from = 0; from < geometry.total(); from++) {
          for (int to = geometry.total(); to > from; to--) {
            calls.add(new Call(operation, from, to, altmap));
          }
        }
      }
    }
    return calls;
  }

  /** What this caller makes such a call with, of the altmaps {@code asked}. */
  public abstract List<Altmap> altmaps(Operation operation, List<Altmap> asked);

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
