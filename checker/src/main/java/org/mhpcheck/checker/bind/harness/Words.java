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
import org.mhpcheck.checker.bind.tool.BindException;
import org.mhpcheck.checker.tool.Daemon;

/** Questions and answers of so many words of 64 bits each, over pipes. */
final class Words {
  private static final int WORD = Long.BYTES;
  private static final int BUFFER = 1 << 16;

  private Words() {}

  /**
   * The answers, in the order of the questions: of a child process that is asked all of them.
   *
   * @param program takes the number of sections
   * @param requests all over as many sections
   * @param replyWords how many words an answer has
   * @throws BindException if it does not answer all of them
   */
  static List<long[]> ask(Path program, int sections, List<long[]> requests, int replyWords) {
    Child child = Child.start(program, Map.of(), String.valueOf(sections));
    // What it is asked may be more than pipes hold, and so may what it answers.
    Thread asking = Daemon.of("words", () -> send(child, requests));
    asking.start();
    try {
      DataInputStream out = new DataInputStream(new BufferedInputStream(child.out(), BUFFER));
      List<long[]> replies = new ArrayList<>(requests.size());
      for (int i = 0; i < requests.size(); i++) {
        ByteBuffer reply = buffer(replyWords);
        child.watched(() -> out.readFully(reply.array()));
        replies.add(words(reply, replyWords));
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

  private static long[] words(ByteBuffer bytes, int count) {
    long[] words = new long[count];
    bytes.asLongBuffer().get(words);
    return words;
  }

  private static ByteBuffer buffer(int words) {
    return ByteBuffer.allocate(WORD * words).order(ByteOrder.nativeOrder());
  }
}
