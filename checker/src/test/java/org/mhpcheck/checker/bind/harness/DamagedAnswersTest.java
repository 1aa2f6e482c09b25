package org.mhpcheck.checker.bind.harness;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.mhpcheck.checker.bind.tool.BindException;
import org.mhpcheck.checker.bind.tool.CacheDirectory;
import org.mhpcheck.damage.DamagedFile;
import org.mhpcheck.damage.ReadOrRefused;
import org.mhpcheck.model.caller.Call;
import org.mhpcheck.model.caller.Operation;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.state.Section;

/** A child process runs what a tree has, which may overwrite what we are told. */
class DamagedAnswersTest {
  private static final int SECTIONS = 2;
  private static final Section ABSENT = Section.absent(4);
  private static final Request REQUEST = Request.look(ABSENT);

  /** All of it; none of it is to be relied on. */
  private static int bytes() {
    return Reply.bytes(1) + Reply.TOLD_BYTES;
  }

  @Provide
  Arbitrary<DamagedFile> replies() {
    return DamagedFile.of(List.of("\0".repeat(bytes())));
  }

  @Property
  void aReply(@ForAll("replies") DamagedFile file) {
    ByteBuffer in = Harness.buffer(bytes());
    in.put(Arrays.copyOf(file.bytes(), bytes())).flip();
    ReadOrRefused.by(BindException.class, "answer", () -> Reply.read(in, REQUEST))
        .ifPresent(
            reply -> {
              ReadOrRefused.requireShowable(reply.text());
              reply.outcome();
            });
  }

  @Property
  void wordsOfZonesAndPlacements(@ForAll("words") long[] words) {
    long[] spans = Arrays.copyOf(words, SpanRecords.replyWords(SECTIONS));
    ReadOrRefused.requireShowable(SpanRecords.text(spans));
    long[] placements = Arrays.copyOf(words, PlacementRecords.replyWords(SECTIONS));
    ReadOrRefused.requireShowable(PlacementRecords.text(placements, SECTIONS));
  }

  @Provide
  Arbitrary<long[]> words() {
    return Arbitraries.longs().array(long[].class).ofMaxSize(60);
  }

  @Provide
  Arbitrary<DamagedFile> lastWords() {
    return DamagedFile.of(
        List.of(
            """
            ==12==ERROR: AddressSanitizer: use-after-poison on address 0x7f at pc 0x5 bp 0x7 sp 0x7
            WRITE of size 8 at 0x7f thread T0
                #0 0x55 in mhp_put_bit /home/mm/cache/prelude.h:94
                #1 0x56 in fill_map /home/mm/cache/mm/sparse.c:202
            """,
            "mm/a-b.c:7:3: runtime error: shift exponent 64 is too large\\n",
            "harness: out of slots\\n"));
  }

  @Property
  void lastWordsOfAChild(@ForAll("lastWords") DamagedFile file) {
    ReadOrRefused.requireShowable(Obituary.of("ended", file.text()).how());
  }

  /** Whatever a child answers, and however it ends. */
  @Example
  void childrenThatAnswerNonsense() throws IOException {
    Path directory = Files.createTempDirectory("mhpcheck-child");
    try {
      for (String does :
          List.of(
              "yes | head -c 20000",
              "yes \u00ff | head -c 20000",
              "head -c 1000 /dev/zero",
              "echo 'harness: \u001b[2J' >&2; exit 3",
              "kill -9 $$",
              "exec <&- ; exec /bin/false")) {
        Path program = child(directory, does);
        try (Harness harness = new Harness(program, Map.of(), 1)) {
          ReadOrRefused.by(
              BindException.class, "", () -> harness.ask(Collections.nCopies(3, REQUEST)));
        }
        ReadOrRefused.by(
            BindException.class,
            program.toString(),
            () -> Words.ask(program, SECTIONS, List.of(new long[4]), 3));
        streamOf(program);
      }
    } finally {
      CacheDirectory.delete(directory);
    }
  }

  /** What differs is asked again, by others. */
  private static void streamOf(Path program) {
    try (PairStream stream =
        new PairStream(new Harness(program, Map.of(), 1), List.of(ABSENT), false, Set.of())) {
      stream.ask(new Call(Operation.ARCH_ADD_MEMORY, 0, 4, Altmap.NONE), Optional.empty());
      stream.foretell(0, 0, 0, 0);
      long[] words = Sections.words(ABSENT);
      stream.section(0, words, new PairStream.State(words, 0, 0, 0, 0));
      stream.flush();
      stream.takeDiffering();
    }
  }

  private static Path child(Path directory, String does) throws IOException {
    Path program = directory.resolve("child");
    Files.writeString(program, "#!/bin/sh\n" + does + "\n", StandardCharsets.ISO_8859_1);
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    return program;
  }
}
