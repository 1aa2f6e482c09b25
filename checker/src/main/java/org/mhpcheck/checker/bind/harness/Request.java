package org.mhpcheck.checker.bind.harness;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mhpcheck.model.caller.Call;
import org.mhpcheck.model.caller.FaultIn;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.kernel.BootFault;
import org.mhpcheck.model.kernel.BootMemory;
import org.mhpcheck.model.kernel.BootScript;
import org.mhpcheck.model.kernel.Errno;
import org.mhpcheck.model.kernel.Fault;
import org.mhpcheck.model.kernel.FaultPoint;
import org.mhpcheck.model.kernel.Step;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.state.Section;

/**
 * One question to the harness: {@code struct mhp_request} of records.h, or a line of text.
 *
 * @param range the first subsection in the low half, how many in the high half, counted over all
 *     sections; none are at the start of the first. Of {@link Op#BOOT}, the RAM of the first
 *     section
 * @param node of {@link Op#BOOT}, the NUMA node that the RAM is on
 * @param fault the allocation that fails, in which section
 * @param script what the step on each section returns, undone; empty if the steps are done
 */
public record Request(
    Op op,
    long range,
    int node,
    Altmap altmap,
    Optional<FaultIn> fault,
    List<Errno> script,
    List<Section> before) {
  private static final int HEAD_BYTES = 24;

  /** What is to be done; the order is {@code enum mhp_op}'s. */
  public enum Op {
    BOOT,
    /** By the loop over sections; of no pages, of the section itself. */
    ADD,
    REMOVE,
    ONLINE,
    OFFLINE,
    TAINT,
    /**
     * Nothing: only pfn_valid() and pfn_to_online_page() are asked, as they are after all others.
     */
    LOOK,
    /** sparse_init() of all sections at once, and what comes after it. */
    BOOT_ALL
  }

  /** {@code enum mhp_boot} of records.h. */
  private static final long SPARSE_INIT_ONLY = 1;

  private static final int USAGES_FAIL = 8;
  private static final int MEMMAP_FAILS = 16;

  /** How it shall be answered: {@code enum mhp_wish}. */
  static final int TELL = 1;

  static final int PROBE = 2;

  static int bytes(int sections) {
    return HEAD_BYTES + sections * Sections.BYTES;
  }

  /** To boot with this RAM in the first section. */
  public static Request boot(Bits ram, int node) {
    return new Request(
        Op.BOOT,
        ram.word(),
        node,
        Altmap.NONE,
        Optional.empty(),
        List.of(),
        List.of(Section.absent(ram.size())));
  }

  /**
   * To boot all sections at once.
   *
   * @param sparseInitOnly whether no subsection map is set up
   */
  public static Request bootAll(BootScript script, boolean sparseInitOnly) {
    long how = sparseInitOnly ? SPARSE_INIT_ONLY : 0;
    for (BootFault fault : script.faults()) {
      how |= bit(fault);
    }
    int nodes = 0;
    List<Section> before = new ArrayList<>();
    for (BootMemory memory : script.memory()) {
      nodes |= memory.node() << 4 * before.size();
      before.add(withRam(memory.ram()));
    }
    return new Request(
        Op.BOOT_ALL, how, nodes, Altmap.NONE, Optional.empty(), List.of(), List.copyOf(before));
  }

  /** The bit of a fault, in what is asked and in what is returned. */
  static long bit(BootFault fault) {
    return 1L
        << (fault.point() == FaultPoint.BOOT_USAGES ? USAGES_FAIL : MEMMAP_FAILS)
        << fault.section();
  }

  private static Section withRam(Bits ram) {
    Section absent = Section.absent(ram.size());
    return new Section(
        absent.sectionMemMap(),
        absent.usage(),
        absent.reserved(),
        absent.pageblockFlags(),
        ram,
        absent.memmap(),
        absent.linearMap(),
        absent.owners());
  }

  /** To do nothing: what walkers find is told of any question. */
  public static Request look(Section section) {
    return new Request(Op.LOOK, 0, 0, Altmap.NONE, Optional.empty(), List.of(), List.of(section));
  }

  /**
   * One step on one section.
   *
   * @throws IllegalArgumentException if it is none of the kernel's, or of several ranges
   */
  public static Request step(Section section, Step step, Optional<Fault> fault) {
    return new Request(
        op(step),
        rangeOf(step.range()),
        0,
        step.altmap(),
        fault.map(f -> new FaultIn(0, f)),
        List.of(),
        List.of(section));
  }

  /** A whole call, by the tree's own loop over sections. */
  public static Request call(List<Section> before, Call call, Optional<FaultIn> fault) {
    return new Request(op(call), range(call), 0, call.altmap(), fault, List.of(), before);
  }

  /**
   * The tree's own loop without its steps.
   *
   * @param script what the step on each section is to return
   */
  public static Request loop(List<Section> before, Call call, List<Errno> script) {
    return new Request(op(call), range(call), 0, call.altmap(), Optional.empty(), script, before);
  }

  static Op op(Call call) {
    return call.operation().adds() ? Op.ADD : Op.REMOVE;
  }

  static long range(Call call) {
    return range(call.from(), call.to() - call.from());
  }

  static Op op(Step step) {
    return switch (step.kind()) {
      case ADD -> Op.ADD;
      case REMOVE -> Op.REMOVE;
      case ONLINE -> Op.ONLINE;
      case OFFLINE -> Op.OFFLINE;
      case TAINT -> Op.TAINT;
      default -> throw new IllegalArgumentException("not the kernel's to do: " + step.kind());
    };
  }

  /** A bitmap as what a (pfn, nr_pages) can say. */
  static long rangeOf(Bits bits) {
    long word = bits.word();
    if (word == 0) {
      return 0;
    }
    long shifted = word >>> Long.numberOfTrailingZeros(word);
    if ((shifted & (shifted + 1)) != 0) {
      throw new IllegalArgumentException("not one range: " + bits);
    }
    return range(Long.numberOfTrailingZeros(word), Long.bitCount(word));
  }

  static long range(int from, int count) {
    return from | (long) count << 32;
  }

  /** The first subsection, counted over all sections. */
  public int from() {
    return (int) range;
  }

  /** Behind the last subsection. */
  public int to() {
    return from() + (int) (range >>> 32);
  }

  /** How many each section has. */
  public int subsections() {
    return before.get(0).subsections();
  }

  void writeTo(ByteBuffer out, int wish) {
    writeHead(out, op, range, altmap, fault, wish);
    int at = out.position() - 16;
    int bits = 0;
    for (int i = 0; i < script.size(); i++) {
      bits |= script.get(i).ordinal() + 1 << 4 * i;
    }
    out.putInt(at, bits);
    out.putInt(at + 4, node);
    before.forEach(s -> Sections.write(s, out));
  }

  /** All of a request that stands before the sections, without a script, on node 0. */
  static void writeHead(
      ByteBuffer out, Op op, long range, Altmap altmap, Optional<FaultIn> fault, int wish) {
    out.put((byte) op.ordinal());
    out.put((byte) altmap.ordinal());
    if (fault.isPresent()) {
      Fault failing = fault.get().fault();
      out.put((byte) (failing.point() == FaultPoint.USAGE ? 1 : 2));
      out.put((byte) wish);
      out.putShort((short) failing.occurrence());
      out.put((byte) fault.get().section());
      out.put((byte) 0);
    } else {
      out.put((byte) 0);
      out.put((byte) wish);
      out.putInt(0);
    }
    out.putLong(0);
    out.putLong(range);
  }

  /** What {@link #writeTo} wrote. */
  static Request read(ByteBuffer in, List<Section> ownersOf) {
    Op op = Op.values()[in.get()];
    Altmap altmap = Altmap.values()[in.get()];
    int point = in.get();
    in.get();
    int occurrence = in.getShort();
    int section = in.get();
    in.get();
    int script = in.getInt();
    int node = in.getInt();
    long range = in.getLong();
    Optional<FaultIn> fault =
        point == 0
            ? Optional.empty()
            : Optional.of(
                new FaultIn(
                    section,
                    new Fault(point == 1 ? FaultPoint.USAGE : FaultPoint.MEMMAP, occurrence)));
    if (script != 0) {
      throw new IllegalArgumentException("a script");
    }
    List<Section> before = ownersOf.stream().map(s -> Sections.read(in, s)).toList();
    return new Request(op, range, node, altmap, fault, List.of(), before);
  }

  /** As text.c reads it, without a line's end. */
  public String line() {
    StringBuilder line = new StringBuilder(op.name().toLowerCase(Locale.ROOT));
    if (op == Op.BOOT) {
      return line + " range=" + Bits.ofWord(subsections(), range) + " node=" + node;
    }
    if (op == Op.BOOT_ALL) {
      return line + bootLine();
    }
    if (op != Op.LOOK) {
      line.append(" range=").append(digits());
    }
    if (altmap.isGiven()) {
      line.append(" altmap=").append(altmap.text());
    }
    fault.ifPresent(f -> line.append(" fault=").append(text(f)));
    if (!script.isEmpty()) {
      line.append(" script=")
          .append(
              script.stream().map(e -> String.valueOf(e.code())).collect(Collectors.joining(",")));
    }
    return line.append(' ').append(Sections.text(before)).toString();
  }

  private String bootLine() {
    List<String> nodes = new ArrayList<>();
    List<String> fails = new ArrayList<>();
    List<String> maps = new ArrayList<>();
    for (int i = 0; i < before.size(); i++) {
      nodes.add(String.valueOf(node >>> 4 * i & 15));
      maps.add("map=" + before.get(i).subsectionMap());
      if ((range >>> USAGES_FAIL + i & 1) != 0) {
        fails.add("usages:" + (i + 1));
      }
      if ((range >>> MEMMAP_FAILS + i & 1) != 0) {
        fails.add("memmap:" + (i + 1));
      }
    }
    return " nodes=%s%s%s %s"
        .formatted(
            String.join(",", nodes),
            fails.isEmpty() ? "" : " fails=" + String.join(",", fails),
            (range & SPARSE_INIT_ONLY) != 0 ? " only=sparse_init" : "",
            String.join(" | ", maps));
  }

  private String digits() {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < before.size() * subsections(); i++) {
      digits.append(from() <= i && i < to() ? '1' : '0');
    }
    return digits.toString();
  }

  private static String text(FaultIn fault) {
    Fault failing = fault.fault();
    return "%s:%d"
        .formatted(
            failing.point() == FaultPoint.USAGE ? "usage@0" : "memmap@" + failing.occurrence(),
            fault.section() + 1);
  }
}
