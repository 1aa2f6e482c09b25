package org.mhpcheck.checker.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;
import net.jqwik.api.statistics.Statistics;
import org.mhpcheck.damage.DamagedFile;
import org.mhpcheck.damage.ReadOrRefused;
import org.mhpcheck.model.question.Limits;

/** What was cut off and gone on with comes to the same as what was not. */
class CheckpointsTest {
  private static final long PROPERTIES = 0xff;

  /** Of a system that is not finished after three calls. */
  private static final long SEED = 4;

  private final List<IOException> notKept = new ArrayList<>();
  private Path directory;
  private Path file;

  @BeforeTry
  void makeDirectory() throws IOException {
    directory = Files.createTempDirectory("checkpoints");
    file = directory.resolve("within").resolve("exploration");
  }

  @AfterTry
  void removeDirectory() throws IOException {
    Files.deleteIfExists(file);
    Files.deleteIfExists(file.getParent());
    Files.delete(directory);
  }

  private Exploration explore(Transitions transitions, Optional<Integer> depth, boolean resumes) {
    return explore(transitions, depth, resumes, "this", Duration.ZERO);
  }

  private Exploration explore(
      Transitions transitions,
      Optional<Integer> depth,
      boolean resumes,
      String of,
      Duration after) {
    return explore(
        transitions,
        depth,
        new Checkpoints(file, of, resumes, after, Checkpoints.Beside.NOTHING, notKept::add));
  }

  private static Exploration explore(
      Transitions transitions, Optional<Integer> depth, Checkpoints checkpoints) {
    Settings settings =
        new Settings(
            1,
            new Limits(depth, Optional.empty(), Optional.empty(), Optional.empty()),
            false,
            () -> false,
            Settings.Goal.NONE,
            Optional.of(checkpoints));
    return new Explorer(transitions, PROPERTIES, settings, "kept", p -> {}).explore();
  }

  private static Transitions system(long seed) {
    return seed % 3 == 0 ? new SystemWithWhole(seed, 3) : new JudgedSystem(seed, 3);
  }

  private static Exploration whole(Transitions transitions) {
    return Graph.withoutFigures(
        new Explorer(transitions, PROPERTIES, Graph.threads(1), "whole", p -> {}).explore());
  }

  @Property(tries = 60)
  void goneOnWithAtAnyDepth(@ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int depth) {
    Exploration cut = explore(system(seed), Optional.of(depth), false);
    Statistics.collect(cut.isComplete());
    assertEquals(cut.isComplete(), !Files.exists(file), "kept for as long as there is more to do");
    Exploration resumed = explore(system(seed), Optional.empty(), true);
    assertEquals(whole(system(seed)), Graph.withoutFigures(resumed));
    assertFalse(Files.exists(file));
  }

  @Property(tries = 30)
  void goneOnWithAgainAndAgain(@ForAll long seed) {
    int depth = 1;
    while (!explore(system(seed), Optional.of(depth), depth > 1).isComplete()) {
      depth++;
    }
    assertFalse(Files.exists(file));
    explore(system(seed), Optional.of(1), false);
    for (int i = 2; i < depth; i++) {
      explore(system(seed), Optional.of(i), true);
    }
    Exploration resumed = explore(system(seed), Optional.empty(), true);
    assertEquals(whole(system(seed)), Graph.withoutFigures(resumed));
  }

  /** Whatever was being written when the process was killed. */
  @Property(tries = 60)
  void tornAnywhere(@ForAll long seed) throws IOException {
    explore(system(seed), Optional.of(3), false);
    if (Files.exists(file)) {
      byte[] bytes = Files.readAllBytes(file);
      Files.write(file, Arrays.copyOf(bytes, new Random(seed).nextInt(bytes.length + 1)));
    }
    explore(system(seed), Optional.of(4), true);
    Exploration resumed = explore(system(seed), Optional.empty(), true);
    assertEquals(whole(system(seed)), Graph.withoutFigures(resumed));
  }

  @Provide
  Arbitrary<DamagedFile> checkpoints() throws IOException {
    makeDirectory();
    explore(system(SEED), Optional.of(3), false);
    byte[] whole = Files.readAllBytes(file);
    removeDirectory();
    return DamagedFile.ofBytes(List.of(whole));
  }

  /** What is gone on from is what was written, or less of it, or nothing. */
  @Property(tries = 300)
  void damagedAnywhere(@ForAll("checkpoints") DamagedFile damaged) throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, damaged.bytes());
    Optional<Exploration> resumed =
        ReadOrRefused.by(
            CheckpointException.class,
            file.toString(),
            () -> Graph.withoutFigures(explore(system(SEED), Optional.empty(), true)));
    resumed.ifPresent(r -> assertEquals(whole(system(SEED)), r));
    Statistics.collect(resumed.isPresent());
  }

  private static Graph chain(int length) {
    Graph chain = Graph.from(0).breaks(length, 1);
    for (int i = 0; i < length; i++) {
      chain.edge(i, i + 1);
    }
    return chain;
  }

  @Example
  void whatIsThereIsNotGoneOnWithUnlessAsked() {
    explore(chain(9), Optional.of(5), false);
    assertEquals(4, explore(chain(9), Optional.of(3), false).states());
    assertEquals(10, explore(chain(9), Optional.empty(), true).states());
  }

  /** Nobody loses an answer over a disk that is full. */
  @Example
  void whatCannotBeKeptIsAnsweredNevertheless() throws IOException {
    Files.writeString(file.getParent(), "no directory");
    assertEquals(whole(chain(9)), Graph.withoutFigures(explore(chain(9), Optional.empty(), false)));
    assertEquals(1, notKept.size(), "and it is said once");
    Files.delete(file.getParent());
    Files.createDirectory(file.getParent());
  }

  /** Says how often it was asked for what it has gathered, and is told it again. */
  private static final class Asked implements Checkpoints.Beside {
    private final List<String> before = new ArrayList<>();
    private int times;

    @Override
    public List<String> gathered() {
      times++;
      return List.of("asked", "%d times".formatted(times));
    }

    @Override
    public void gatheredBefore(List<String> what) {
      before.addAll(what);
    }
  }

  @Example
  void whatWasGatheredBesideComesBackAsItWasAtTheLastDepth() {
    Asked first = new Asked();
    explore(chain(9), Optional.of(5), beside(first, false));
    assertEquals(List.of(), first.before);
    Asked second = new Asked();
    explore(chain(9), Optional.empty(), beside(second, true));
    assertEquals(List.of("asked", "%d times".formatted(first.times)), second.before);
  }

  private Checkpoints beside(Checkpoints.Beside beside, boolean resumes) {
    return new Checkpoints(file, "this", resumes, Duration.ZERO, beside, notKept::add);
  }

  @Example
  void notWorthAFile() {
    explore(chain(9), Optional.of(5), false, "this", Duration.ofHours(1));
    assertFalse(Files.exists(file));
  }

  @Example
  void ofAnotherExploration() {
    explore(chain(9), Optional.of(5), false);
    String told =
        assertThrows(
                CheckpointException.class,
                () -> explore(chain(9), Optional.empty(), true, "that", Duration.ZERO))
            .getMessage();
    assertEquals(
        "cannot go on from %s: it is of another exploration, or another mhpcheck".formatted(file),
        told);
    assertTrue(Files.exists(file), "and it is still there");
  }

  /** The same question to a kernel that has changed meanwhile. */
  @Example
  void ofOtherAnswers() {
    explore(chain(9), Optional.of(5), false);
    Graph other = Graph.from(0).edge(0, 2).edge(2, 1);
    String told =
        assertThrows(CheckpointException.class, () -> explore(other, Optional.empty(), true))
            .getMessage();
    assertEquals(
        "cannot go on from %s: the kernel answers otherwise than when it was written"
            .formatted(file),
        told);
  }
}
