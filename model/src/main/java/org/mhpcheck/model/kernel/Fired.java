package org.mhpcheck.model.kernel;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What has fired of modelled kernels while they were asked about known sections. What an unknown
 * section might do does not count. Any number of threads may add to it; it is a set, so that it
 * comes to the same in whatever order they do.
 */
public final class Fired {
  private final boolean faults;
  private final Set<Firing> all = ConcurrentHashMap.newKeySet();

  /** What each of those is called that fired in a process before this one. */
  private final Set<String> before = ConcurrentHashMap.newKeySet();

  /**
   * @param faults whether who asks looks at outcomes of calls in which an allocation fails, too:
   *     what nobody looks at does not count; boots that may fail are asked only to be looked at
   */
  public Fired(boolean faults) {
    this.faults = faults;
  }

  /** An allocation has failed beside the kernel's sections, if that counts. */
  public void failed(FaultPoint point) {
    if (faults || point.isAtBoot()) {
      add(new Firing.Failure(point));
    }
  }

  /** A run of kernel code has come to its end. */
  void ran(Execution execution) {
    Optional<FaultPoint> failed = execution.fault().map(Fault::point);
    if (!faults && failed.isPresent() && !failed.get().isAtBoot()) {
      return;
    }
    failed.ifPresent(this::failed);
    execution.taken().forEach(this::add);
  }

  void add(Firing firing) {
    if (!all.contains(firing)) { // as it is nearly always, and looking takes no lock
      all.add(firing);
    }
  }

  /**
   * The same has been asked before, up to a point that it is gone on from now.
   *
   * @param texts as {@link #texts()} had them then
   */
  public void firedBefore(Collection<String> texts) {
    before.addAll(texts);
  }

  /** All of it but what fired before, in no order. */
  Set<Firing> all() {
    return Set.copyOf(all);
  }

  /** What each is called. */
  public SortedSet<String> texts() {
    SortedSet<String> texts = new TreeSet<>(before);
    all.forEach(f -> texts.add(f.text()));
    return texts;
  }
}
