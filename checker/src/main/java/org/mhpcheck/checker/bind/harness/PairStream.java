package org.mhpcheck.checker.bind.harness;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mhpcheck.checker.bind.harness.Reply.Reached;
import org.mhpcheck.model.caller.Call;
import org.mhpcheck.model.caller.FaultIn;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.kernel.Step;
import org.mhpcheck.model.state.Section;

/**
 * Asks a child process questions whose answers are foretold, a window at a time, and keeps those
 * that are answered otherwise. Questions and answers stay words; only what differs is looked at.
 *
 * <p>Not for use by two threads at once. To be closed when done with.
 */
public final class PairStream implements AutoCloseable {
  private static final int VALID_CRASHED = Reached.PFN_VALID_CRASHED.bit();
  private static final int ONLINE_CRASHED = Reached.ONLINE_PAGE_CRASHED.bit();

  private static final int ALLOCATIONS =
      Reached.USAGE_ALLOCATION.bit() | Reached.MEMMAP_ALLOCATION.bit();

  private final Harness harness;
  private final int sections;
  private final List<Section> shape;
  private final int wish;
  private final int never;
  private final int window;
  private final ByteBuffer requests;
  private final ByteBuffer replies;
  private final Foretold[] foretold;
  private final List<Request> differing = new ArrayList<>();
  private int waiting;
  private long pairs;
  private long exposed;

  /** What the model says. References only, so that a window of these is quickly filled. */
  private static final class Foretold {
    private int rc;
    private int events;
    private int corruption;
    private int reached;
    private int mask;
    private final State[] after;

    private Foretold(int sections) {
      after = new State[sections];
    }
  }

  /**
   * A section afterwards, in the words of replies.
   *
   * @param words as {@link Sections#words} has them
   * @param valid pfn_valid() of each subsection, a bit for each
   * @param online pfn_to_online_page(), where no device has it
   * @param onlineDevice the same where one has
   * @param crashed the bits of {@link Reached} that these come by
   */
  public record State(long[] words, long valid, long online, long onlineDevice, int crashed) {}

  /**
   * @param shape sections of the size that is asked about, one for each of a record
   * @param probes whether pfn_valid() is asked on the way
   * @param unexpected what no call may come by
   */
  PairStream(Harness harness, List<Section> shape, boolean probes, Set<Reached> unexpected) {
    this.harness = harness;
    this.shape = shape;
    this.sections = shape.size();
    this.wish = probes ? Request.PROBE : 0;
    this.never = unexpected.stream().mapToInt(Reached::bit).sum();
    this.window = Harness.WINDOW_BYTES / Request.bytes(sections);
    this.requests = Harness.buffer(window * Request.bytes(sections));
    this.replies = Harness.buffer(window * Reply.bytes(sections));
    this.foretold = new Foretold[window];
    for (int i = 0; i < window; i++) {
      foretold[i] = new Foretold(sections);
    }
  }

  /**
   * Begins a question about one section; {@link #foretell} and {@link #section} have to follow.
   *
   * @param step one of the kernel's
   */
  public void ask(Step step, Optional<FaultIn> fault) {
    ask(Request.op(step), Request.rangeOf(step.range()), step.altmap(), fault);
  }

  /**
   * Begins a question about all sections; {@link #foretell}, and {@link #section} for each of them,
   * have to follow.
   */
  public void ask(Call call, Optional<FaultIn> fault) {
    ask(Request.op(call), Request.range(call), call.altmap(), fault);
  }

  private void ask(Request.Op op, long range, Altmap altmap, Optional<FaultIn> fault) {
    if (waiting == window) {
      flush();
    }
    Request.writeHead(requests, op, range, altmap, fault, wish);
    waiting++;
  }

  /**
   * What the model answers.
   *
   * @param rc 0 or a negative errno
   * @param events a bit for each, by its ordinal
   * @param corruption 0, or 1 + the first event that is one
   * @param allocations the bits of {@link Reached} that it comes by; -1 if that is not to be
   *     compared
   */
  public void foretell(int rc, int events, int corruption, int allocations) {
    Foretold next = foretold[waiting - 1];
    next.rc = rc;
    next.events = events;
    next.corruption = corruption;
    next.mask = never | VALID_CRASHED | ONLINE_CRASHED | (allocations < 0 ? 0 : ALLOCATIONS);
    next.reached = Math.max(allocations, 0);
  }

  /**
   * A section before, and what the model makes of it.
   *
   * @param index of the section, from 0; to be given in this order
   * @param before its words, as {@link Sections#words} has them
   * @param after what it is afterwards; kept until the next {@link #flush}
   */
  public void section(int index, long[] before, State after) {
    for (long word : before) {
      requests.putLong(word);
    }
    Foretold next = foretold[waiting - 1];
    next.after[index] = after;
    next.reached |= after.crashed();
  }

  /** Has all questions answered. */
  public void flush() {
    if (waiting == 0) {
      return;
    }
    replies.limit(waiting * Reply.bytes(sections));
    try {
      harness.exchange(requests, replies);
      for (int i = 0; i < waiting; i++) {
        compare(i, i * Reply.bytes(sections));
      }
    } catch (IOException e) {
      harness.close();
      askOneByOne();
    }
    pairs += waiting;
    waiting = 0;
    requests.clear();
  }

  /** Since the child dies of one of them. */
  private void askOneByOne() {
    int size = Request.bytes(sections);
    ByteBuffer one = Harness.buffer(size);
    for (int i = 0; i < waiting; i++) {
      one.clear();
      one.put(requests.array(), i * size, size);
      replies.limit(Reply.bytes(sections));
      try {
        harness.exchange(one, replies);
        compare(i, 0);
      } catch (IOException e) {
        harness.close();
        differing.add(request(i));
      }
    }
  }

  private void compare(int i, int at) {
    if (!isSame(foretold[i], at)) {
      differing.add(request(i));
    }
  }

  private boolean isSame(Foretold model, int at) {
    int corruption = replies.getInt(at + Reply.CORRUPTION);
    if (corruption != 0 || model.corruption != 0) {
      return corruption == model.corruption;
    }
    if (replies.getInt(at) != model.rc
        || replies.getInt(at + Reply.EVENTS) != model.events
        || (replies.getInt(at + Reply.REACHED) & model.mask) != model.reached) {
      return false;
    }
    boolean isValidTold = (model.reached & VALID_CRASHED) == 0;
    boolean isOnlineTold = (model.reached & ONLINE_CRASHED) == 0;
    int place = at + Reply.HEAD_BYTES;
    long exposedNow = 0;
    for (int i = 0; i < sections; i++) {
      State after = model.after[i];
      if (isValidTold && replies.getLong(place) != after.valid
          || isOnlineTold
              && (replies.getLong(place + 16) != after.online
                  || replies.getLong(place + 24) != after.onlineDevice)) {
        return false;
      }
      exposedNow |= replies.getLong(place + 8);
      place += 32;
      for (long word : after.words) {
        if (replies.getLong(place) != word) {
          return false;
        }
        place += 8;
      }
    }
    exposed += exposedNow == 0 ? 0 : 1;
    return true;
  }

  private Request request(int i) {
    int size = Request.bytes(sections);
    ByteBuffer bytes = Harness.buffer(size);
    bytes.put(requests.array(), i * size, size).flip();
    return Request.read(bytes, shape);
  }

  /** The questions answered otherwise since this was last asked. */
  public List<Request> takeDiffering() {
    List<Request> taken = List.copyOf(differing);
    differing.clear();
    return taken;
  }

  /** How many questions were answered. */
  public long pairs() {
    return pairs;
  }

  /** In how many of them pfn_valid() was true on the way where no memmap was. */
  public long exposed() {
    return exposed;
  }

  @Override
  public void close() {
    harness.close();
  }
}
