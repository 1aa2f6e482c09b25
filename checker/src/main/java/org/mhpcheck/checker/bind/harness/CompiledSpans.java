package org.mhpcheck.checker.bind.harness;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mhpcheck.checker.bind.build.KernelBuild;
import org.mhpcheck.checker.bind.tool.BindException;
import org.mhpcheck.checker.bind.tool.Flavour;
import org.mhpcheck.checker.tool.Daemon;

/** A kernel tree's own functions of zones and spans, for sections of one size. */
public final class CompiledSpans {
  private static final int WORD = Long.BYTES;
  private static final int BUFFER = 1 << 16;

  private final Path program;

  /**
   * @param subsections one of {@link KernelBuild#SUBSECTIONS}
   * @throws BindException if the tree has none of them, as up to v5.4, or it cannot be compiled
   */
  public CompiledSpans(KernelBuild build, int subsections, Flavour flavour) {
    this.program = build.ofSpans().program(subsections, flavour);
  }

  /** The program, which takes the number of sections, and {@code text}. */
  public Path program() {
    return program;
  }

  /**
   * The answers, in the order of the questions: of a child process that is asked all of them.
   *
   * @param requests of {@link SpanRecords#request}, all over as many sections
   * @throws BindException if it does not answer all of them
   */
  public List<long[]> ask(List<long[]> requests, int sections) {
    Child child = Child.start(program, Map.of(), String.valueOf(sections));
    // What it is asked may be more than pipes hold, and so may what it answers.
    Thread asking = Daemon.of("spans", () -> send(child, requests));
    asking.start();
    try {
      DataInputStream out = new DataInputStream(new BufferedInputStream(child.out(), BUFFER));
      List<long[]> replies = new ArrayList<>(requests.size());
      for (int i = 0; i < requests.size(); i++) {
        replies.add(read(out, SpanRecords.replyWords(sections)));
      }
      asking.join();
      child.finish();
      return replies;
    } catch (IOException e) {
      throw new BindException(program + " gave up: " + child.obituary().how(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      child.kill();
      throw new BindException("interrupted while asking " + program, e);
    }
  }

  private static void send(Child child, List<long[]> requests) {
    try (OutputStream in = new BufferedOutputStream(child.in(), BUFFER)) {
      for (long[] request : requests) {
        ByteBuffer bytes = buffer(request.length);
        bytes.asLongBuffer().put(request);
        in.write(bytes.array());
      }
    } catch (IOException e) {
      // It has ended: whoever reads will find out.
    }
  }

  private static long[] read(DataInputStream out, int words) throws IOException {
    ByteBuffer bytes = buffer(words);
    out.readFully(bytes.array());
    long[] reply = new long[words];
    bytes.asLongBuffer().get(reply);
    return reply;
  }

  private static ByteBuffer buffer(int words) {
    return ByteBuffer.allocate(WORD * words).order(ByteOrder.nativeOrder());
  }
}
