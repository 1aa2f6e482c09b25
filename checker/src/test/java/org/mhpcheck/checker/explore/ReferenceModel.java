package org.mhpcheck.checker.explore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * A small model of memory hotplug that other model checkers have counted: device and RAM callers
 * over sections with allocation failures. It shares nothing with the modelled kernel, so what is
 * checked with it is the explorer alone.
 */
public final class ReferenceModel implements Transitions {
  private static final int PRESENT = 1;
  private static final int HAS_MEM_MAP = 2;
  private static final int ONLINE = 4;
  private static final int EARLY = 8;

  private enum Usage {
    NULL,
    BOOT,
    SLAB
  }

  /** One section; bitmaps and flags as bits. {@code start} marks where device ranges begin. */
  private record Local(
      int map, int populated, int boot, int ram, int dev, int start, int flags, Usage usage) {

    boolean is(int flag) {
      return (flags & flag) != 0;
    }

    int owned() {
      return ram | dev;
    }

    Local withFlags(int value) {
      return new Local(map, populated, boot, ram, dev, start, value, usage);
    }

    Local withRam(int value) {
      return new Local(map, populated, boot, value, dev, start, flags, usage);
    }

    Local withDevice(int newDev, int newStart) {
      return new Local(map, populated, boot, ram, newDev, newStart, flags, usage);
    }
  }

  /** Section states by number: a tuple of those fits a long where the bits themselves do not. */
  private static final class Numbers {
    private final int bits;
    private final Map<Local, Integer> numbers = new HashMap<>();
    private final List<Local> locals = new ArrayList<>();

    Numbers(int sections) {
      bits = Math.min(20, 60 / sections);
    }

    synchronized long pack(Local[] sections) {
      long packed = 0;
      for (int i = sections.length - 1; i >= 0; i--) {
        packed = packed << bits | numberOf(sections[i]);
      }
      return packed;
    }

    private int numberOf(Local local) {
      Integer number = numbers.putIfAbsent(local, locals.size());
      if (number == null) {
        locals.add(local);
        number = locals.size() - 1;
      }
      return number;
    }

    synchronized Local[] unpack(long packed, int sections) {
      Local[] unpacked = new Local[sections];
      for (int i = 0; i < sections; i++) {
        unpacked[i] = locals.get((int) (packed >>> i * bits & (1 << bits) - 1));
      }
      return unpacked;
    }
  }

  private final int sections;
  private final int subsections;
  private final int all;
  private final Numbers numbers;

  public ReferenceModel(int sections, int subsections) {
    this.sections = sections;
    this.subsections = subsections;
    this.all = (1 << subsections) - 1;
    this.numbers = new Numbers(sections);
  }

  @Override
  public void initial(LongConsumer states) {
    Local absent = new Local(0, 0, 0, 0, 0, 0, 0, Usage.NULL);
    initial(
        new Local[sections],
        0,
        List.of(absent, early(all), early((1 << subsections / 2) - 1)),
        states);
  }

  private Local early(int ram) {
    return new Local(ram, all, ram, ram, 0, 0, PRESENT | HAS_MEM_MAP | ONLINE | EARLY, Usage.BOOT);
  }

  private void initial(Local[] state, int section, List<Local> choices, LongConsumer states) {
    if (section == sections) {
      states.accept(numbers.pack(state));
      return;
    }
    for (Local choice : choices) {
      state[section] = choice;
      initial(state, section + 1, choices, states);
    }
  }

  @Override
  public long brokenBy(long state) {
    return 0;
  }

  @Override
  public long metBy(long state) {
    return 0;
  }

  @Override
  public void successors(long state, long open, Sink sink) {
    Local[] locals = numbers.unpack(state, sections);
    for (int from = 0; from < sections * subsections; from++) {
      for (int to = from + 1; to <= sections * subsections && isFree(locals, to - 1); to++) {
        addDevice(locals.clone(), from, to, from, sink);
      }
      if (isStart(locals, from)) {
        removeDevice(locals.clone(), from, sink);
      }
    }
    for (int section = 0; section < sections; section++) {
      ram(locals, section, sink);
    }
  }

  private void go(Local[] state, Sink sink) {
    sink.to(numbers.pack(state), 0, 0);
  }

  private boolean isFree(Local[] state, int at) {
    return (state[at / subsections].owned() >> at % subsections & 1) == 0;
  }

  private boolean isStart(Local[] state, int at) {
    return (state[at / subsections].start() >> at % subsections & 1) != 0;
  }

  private boolean isDevice(Local[] state, int at) {
    return (state[at / subsections].dev() >> at % subsections & 1) != 0;
  }

  /** The bits of {@code from} up to {@code to} that lie in {@code section}. */
  private int chunk(int section, int from, int to) {
    int first = Math.max(0, from - section * subsections);
    int end = Math.min(subsections, to - section * subsections);
    return (1 << end) - 1 & -(1 << first);
  }

  /** Adds what is left from {@code at} on; {@code state} is this call's to change. */
  private void addDevice(Local[] state, int from, int to, int at, Sink sink) {
    if (at >= to) {
      for (int section = from / subsections; section * subsections < to; section++) {
        Local local = state[section];
        int mask = chunk(section, from, to);
        int start = section == from / subsections ? Integer.lowestOneBit(mask) : 0;
        state[section] = local.withDevice(local.dev() | mask, local.start() | start);
      }
      go(state, sink);
      return;
    }
    int section = at / subsections;
    int mask = chunk(section, from, to);
    for (Local failed : failures(state[section], mask)) {
      Local[] left = state.clone();
      left[section] = failed;
      go(left, sink);
    }
    if ((state[section].map() & mask) == 0) {
      state[section] = activated(state[section], mask);
      addDevice(state, from, to, (section + 1) * subsections, sink);
    }
  }

  /** How an activation can fail: each leaves the section as it was. */
  private List<Local> failures(Local local, int mask) {
    List<Local> failures = new ArrayList<>();
    if (local.usage() == Usage.NULL) {
      failures.add(local);
    }
    if ((local.map() & mask) != 0) {
      failures.add(local);
    } else if (needsMemmap(local, mask)) {
      failures.add(local);
    }
    return failures;
  }

  private boolean needsMemmap(Local local, int mask) {
    return mask == all || !local.is(EARLY);
  }

  private Local activated(Local local, int mask) {
    return new Local(
        local.map() | mask,
        needsMemmap(local, mask) ? local.populated() | mask : local.populated(),
        local.boot(),
        local.ram(),
        local.dev(),
        local.start(),
        local.flags() | PRESENT | HAS_MEM_MAP,
        local.usage() == Usage.NULL ? Usage.SLAB : local.usage());
  }

  private static Local deactivated(Local local, int mask) {
    int map = local.map() & ~mask;
    boolean emptied = map == 0;
    boolean early = local.is(EARLY);
    return new Local(
        map,
        early ? emptied ? 0 : local.populated() : local.populated() & ~mask,
        early && emptied ? 0 : local.boot(),
        local.ram(),
        local.dev(),
        local.start(),
        emptied ? 0 : local.flags(),
        emptied && local.usage() == Usage.SLAB ? Usage.NULL : local.usage());
  }

  /** Removes the whole range that begins at {@code from}. */
  private void removeDevice(Local[] state, int from, Sink sink) {
    int to = from + 1;
    while (to < sections * subsections && isDevice(state, to) && !isStart(state, to)) {
      to++;
    }
    for (int section = from / subsections; section * subsections < to; section++) {
      int mask = chunk(section, from, to);
      Local local = deactivated(state[section], mask);
      state[section] = local.withDevice(local.dev() & ~mask, local.start() & ~mask);
    }
    go(state, sink);
  }

  private void ram(Local[] state, int section, Sink sink) {
    Local local = state[section];
    if (local.map() == 0) {
      failures(local, all).forEach(failed -> go(with(state, section, failed), sink));
      go(with(state, section, activated(local, all).withRam(all)), sink);
    }
    if (local.ram() != 0 && local.is(ONLINE)) {
      go(with(state, section, local.withFlags(local.flags() & ~ONLINE)), sink);
    } else if (local.ram() != 0) {
      go(with(state, section, local.withFlags(local.flags() | ONLINE)), sink);
      if (local.map() == local.ram()) {
        go(with(state, section, deactivated(local, local.map()).withRam(0)), sink);
      }
    }
  }

  private static Local[] with(Local[] state, int section, Local local) {
    Local[] changed = state.clone();
    changed[section] = local;
    return changed;
  }
}
