package org.mhpcheck.checker.bind.harness;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mhpcheck.checker.bind.tool.BindException;

/**
 * A compiled kernel as a child process that answers records. One that dies or hangs is started
 * again, and costs the one record it died of.
 *
 * <p>Not for use by two threads at once.
 */
final class Harness implements AutoCloseable {
  /**
   * The most bytes of requests that are sent before replies are read. They fit a pipe (64 KB), so
   * sending never waits for the child, and the child may wait to be read.
   */
  static final int WINDOW_BYTES = 60_000;

  private final Path program;
  private final Map<String, String> environment;
  private final int sections;
  private Child child;

  /**
   * @param environment to be added to each child's
   * @param sections that each record has, 1 to 8
   */
  Harness(Path program, Map<String, String> environment, int sections) {
    this.program = program;
    this.environment = Map.copyOf(environment);
    this.sections = sections;
  }

  /** The answers, in the order of the questions, with all there is to tell. */
  List<Reply> ask(List<Request> requests) {
    int most = WINDOW_BYTES / Request.bytes(sections);
    List<Reply> replies = new ArrayList<>(requests.size());
    for (int from = 0; from < requests.size(); from += most) {
      List<Request> window = requests.subList(from, Math.min(from + most, requests.size()));
      try {
        replies.addAll(askWindow(window));
      } catch (IOException e) {
        end();
        window.forEach(r -> replies.add(askAlone(r)));
      }
    }
    return replies;
  }

  private Reply askAlone(Request request) {
    try {
      return askWindow(List.of(request)).get(0);
    } catch (IOException e) {
      Obituary obituary = end();
      if (obituary.how().contains("harness: ")) {
        throw new BindException(program + " gave up: " + obituary.how());
      }
      return Reply.died(request, obituary);
    }
  }

  private List<Reply> askWindow(List<Request> window) throws IOException {
    ByteBuffer out = buffer(window.size() * Request.bytes(sections));
    window.forEach(r -> r.writeTo(out, Request.TELL | Request.PROBE));
    ByteBuffer in = buffer(window.size() * (Reply.bytes(sections) + Reply.TOLD_BYTES));
    exchange(out, in);
    return window.stream().map(r -> Reply.read(in, r)).toList();
  }

  static ByteBuffer buffer(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.nativeOrder());
  }

  /**
   * Sends what {@code out} holds up to its position, and fills {@code in} to its limit.
   *
   * @param out at most {@link #WINDOW_BYTES}
   * @throws IOException if the child died or was killed; the next call starts another
   */
  void exchange(ByteBuffer out, ByteBuffer in) throws IOException {
    if (child == null) {
      child = Child.start(program, environment, String.valueOf(sections));
    }
    Child asked = child;
    asked.watched(
        () -> {
          asked.in().write(out.array(), 0, out.position());
          asked.in().flush();
          asked.out().readFully(in.array(), 0, in.limit());
        });
    in.rewind();
  }

  /** Ends the child, and tells how it ended. */
  private Obituary end() {
    Obituary obituary = child.obituary();
    child = null;
    return obituary;
  }

  @Override
  public void close() {
    if (child != null) {
      child.finish();
      child = null;
    }
  }
}
