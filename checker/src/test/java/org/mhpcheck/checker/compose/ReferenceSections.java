package org.mhpcheck.checker.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.mhpcheck.checker.parts.Numbering;
import org.mhpcheck.checker.parts.SpanningCall;
import org.mhpcheck.checker.parts.SpanningCall.Need;
import org.mhpcheck.checker.parts.SpanningCall.Node;

/**
 * The reference model that other model checkers have counted, told call by call and section by
 * section: what its whole states are, it does not know.
 */
final class ReferenceSections implements Calls, BootedSections {
  private static final int PRESENT = 1;
  private static final int HAS_MEM_MAP = 2;
  private static final int ONLINE = 4;
  private static final int EARLY = 8;

  private static final int OK = 0;
  private static final int FAILED = 1;

  private enum Usage {
    NULL,
    BOOT,
    SLAB
  }

  private enum Ask {
    FREE,
    BEGINS,
    GOES_ON,
    ENDED,
    UNMAPPED,
    ONLINE,
    OFFLINE,
    MAPPED_AS_RAM
  }

  private enum Do {
    ACTIVATE,
    DEACTIVATE,
    DEACTIVATE_ALL,
    CLAIM,
    CLAIM_ON,
    RELEASE,
    CLAIM_RAM,
    RELEASE_RAM,
    GO_ONLINE,
    GO_OFFLINE
  }

  private record Asked(Ask ask, int mask) {}

  private record Done(Do what, int mask) {}

  /** One section; bitmaps and flags as bits. {@code start} marks where device ranges begin. */
  private record Local(
      int map, int populated, int boot, int ram, int dev, int start, int flags, Usage usage) {

    /** Small numbers that go up and down together: spread, or most come to the same. */
    @Override
    public int hashCode() {
      int hash = usage.ordinal();
      for (int part : new int[] {map, populated, boot, ram, dev, start, flags}) {
        hash = (hash ^ part) * 0x9E3779B1;
        hash ^= hash >>> 15;
      }
      return hash;
    }

    boolean is(int flag) {
      return (flags & flag) != 0;
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

  private record Came(int next, int code) implements Outcome {
    @Override
    public boolean isLost() {
      return false;
    }

    @Override
    public long broken() {
      return 0;
    }

    @Override
    public long met() {
      return 0;
    }
  }

  private final int subsections;
  private final int all;
  private final Fault fault;
  private final Numbering<Local> locals = new Numbering<>();
  private final Numbering<Asked> conditions = new Numbering<>();
  private final Numbering<Done> steps = new Numbering<>();

  /** What is left out of the calls, if anything. */
  enum Fault {
    NONE,
    /** Calls over more than one section. */
    LONG_CALLS,
    /** That a range has to end where it is removed up to. */
    ENDS
  }

  ReferenceSections(int subsections) {
    this(subsections, Fault.NONE);
  }

  ReferenceSections(int subsections, Fault fault) {
    this.subsections = subsections;
    this.all = (1 << subsections) - 1;
    this.fault = fault;
  }

  @Override
  public int unit() {
    return 1;
  }

  @Override
  public List<SpanningCall> over(int sections) {
    List<SpanningCall> calls = new ArrayList<>();
    for (int from = 0; from < sections * subsections; from++) {
      for (int to = from + 1; to <= sections * subsections; to++) {
        if (fault != Fault.LONG_CALLS || (to - 1) / subsections == from / subsections) {
          calls.add(addDevice(from, to));
          calls.add(removeDevice(from, to, fault != Fault.ENDS && to < sections * subsections));
        }
      }
    }
    for (int section = 0; section < sections; section++) {
      calls.add(
          ram(
              section,
              List.of(Ask.UNMAPPED),
              onlyIf(section, Do.ACTIVATE, all, then(section, Do.CLAIM_RAM, all, Node.RETURN))));
      calls.add(ram(section, List.of(Ask.ONLINE), then(section, Do.GO_OFFLINE, 0, Node.RETURN)));
      calls.add(ram(section, List.of(Ask.OFFLINE), then(section, Do.GO_ONLINE, 0, Node.RETURN)));
      calls.add(
          ram(
              section,
              List.of(Ask.OFFLINE, Ask.MAPPED_AS_RAM),
              then(section, Do.DEACTIVATE_ALL, 0, then(section, Do.RELEASE_RAM, 0, Node.RETURN))));
    }
    return calls;
  }

  private SpanningCall addDevice(int from, int to) {
    List<Need> needs = new ArrayList<>();
    Node plan = Node.RETURN;
    for (int section = (to - 1) / subsections; section >= from / subsections; section--) {
      Do claim = section == from / subsections ? Do.CLAIM : Do.CLAIM_ON;
      plan = then(section, claim, chunk(section, from, to), plan);
    }
    for (int section = (to - 1) / subsections; section >= from / subsections; section--) {
      int mask = chunk(section, from, to);
      needs.add(new Need(section, conditions.of(new Asked(Ask.FREE, mask))));
      plan = onlyIf(section, Do.ACTIVATE, mask, plan);
    }
    return new SpanningCall(needs, plan);
  }

  private SpanningCall removeDevice(int from, int to, boolean goesOn) {
    List<Need> needs = new ArrayList<>();
    Node plan = Node.RETURN;
    for (int section = (to - 1) / subsections; section >= from / subsections; section--) {
      int mask = chunk(section, from, to);
      Ask ask = section == from / subsections ? Ask.BEGINS : Ask.GOES_ON;
      needs.add(new Need(section, conditions.of(new Asked(ask, mask))));
      plan = then(section, Do.DEACTIVATE, mask, then(section, Do.RELEASE, mask, plan));
    }
    if (goesOn) {
      int mask = 1 << to % subsections;
      needs.add(new Need(to / subsections, conditions.of(new Asked(Ask.ENDED, mask))));
    }
    return new SpanningCall(needs, plan);
  }

  private SpanningCall ram(int section, List<Ask> asked, Node plan) {
    return new SpanningCall(
        asked.stream().map(ask -> new Need(section, conditions.of(new Asked(ask, 0)))).toList(),
        plan);
  }

  private Node then(int section, Do what, int mask, Node next) {
    return new Node(section, steps.of(new Done(what, mask)), new Node[] {next});
  }

  private Node onlyIf(int section, Do what, int mask, Node next) {
    return new Node(section, steps.of(new Done(what, mask)), new Node[] {next, Node.RETURN});
  }

  /** The bits of {@code from} up to {@code to} that lie in {@code section}. */
  private int chunk(int section, int from, int to) {
    int first = Math.max(0, from - section * subsections);
    int end = Math.min(subsections, to - section * subsections);
    return (1 << end) - 1 & -(1 << first);
  }

  @Override
  public void initial(IntConsumer states) {
    states.accept(locals.of(new Local(0, 0, 0, 0, 0, 0, 0, Usage.NULL)));
    states.accept(locals.of(early(all)));
    states.accept(locals.of(early((1 << subsections / 2) - 1)));
  }

  private Local early(int ram) {
    return new Local(ram, all, ram, ram, 0, 0, PRESENT | HAS_MEM_MAP | ONLINE | EARLY, Usage.BOOT);
  }

  @Override
  public boolean meets(int condition, int state) {
    Asked asked = conditions.value(condition);
    Local local = locals.value(state);
    int mask = asked.mask();
    int starts = local.start() & mask;
    boolean owned = (local.dev() & mask) == mask;
    return switch (asked.ask()) {
      case FREE -> ((local.ram() | local.dev()) & mask) == 0;
      case BEGINS -> owned && starts == Integer.lowestOneBit(mask);
      case GOES_ON -> owned && starts == 0;
      case ENDED -> !owned || starts != 0;
      case UNMAPPED -> local.map() == 0;
      case ONLINE -> local.ram() != 0 && local.is(ONLINE);
      case OFFLINE -> local.ram() != 0 && !local.is(ONLINE);
      case MAPPED_AS_RAM -> local.map() == local.ram();
    };
  }

  @Override
  public Outcome[] outcomes(int step, int state) {
    Done done = steps.value(step);
    Local local = locals.value(state);
    if (done.what() == Do.ACTIVATE) {
      return activate(local, done.mask());
    }
    int mask = done.mask();
    Local next =
        switch (done.what()) {
          case ACTIVATE -> throw new IllegalStateException();
          case DEACTIVATE -> deactivated(local, mask);
          case DEACTIVATE_ALL -> deactivated(local, local.map());
          case CLAIM ->
              local.withDevice(local.dev() | mask, local.start() | Integer.lowestOneBit(mask));
          case CLAIM_ON -> local.withDevice(local.dev() | mask, local.start());
          case RELEASE -> local.withDevice(local.dev() & ~mask, local.start() & ~mask);
          case CLAIM_RAM -> local.withRam(all);
          case RELEASE_RAM -> local.withRam(0);
          case GO_ONLINE -> local.withFlags(local.flags() | ONLINE);
          case GO_OFFLINE -> local.withFlags(local.flags() & ~ONLINE);
        };
    return new Outcome[] {new Came(locals.of(next), OK)};
  }

  /** A failure leaves the section as it was, whatever failed. */
  private Outcome[] activate(Local local, int mask) {
    boolean needsMemmap = mask == all || !local.is(EARLY);
    Outcome failed = new Came(locals.of(local), FAILED);
    if ((local.map() & mask) != 0) {
      return new Outcome[] {failed};
    }
    Local next =
        new Local(
            local.map() | mask,
            needsMemmap ? local.populated() | mask : local.populated(),
            local.boot(),
            local.ram(),
            local.dev(),
            local.start(),
            local.flags() | PRESENT | HAS_MEM_MAP,
            local.usage() == Usage.NULL ? Usage.SLAB : local.usage());
    Outcome done = new Came(locals.of(next), OK);
    return needsMemmap || local.usage() == Usage.NULL
        ? new Outcome[] {done, failed}
        : new Outcome[] {done};
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

  @Override
  public long brokenBy(int state) {
    return 0;
  }

  @Override
  public long metBy(int state) {
    return 0;
  }
}
