package org.mhpcheck.checker.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Work done side by side, and told in order. */
class SideBySideTest {

  @Property(tries = 50)
  void allIsToldInTheOrderGiven(
      @ForAll @IntRange(min = 1, max = 5) int threads, @ForAll @IntRange(max = 30) int number) {
    List<Integer> told = new ArrayList<>();
    List<Callable<Integer>> work =
        IntStream.range(0, number).mapToObj(i -> (Callable<Integer>) () -> i).toList();
    SideBySide.all(threads, work, told::add);
    assertEquals(IntStream.range(0, number).boxed().toList(), told);
  }

  /** The first waits for the second: they are done at once, and told the other way round. */
  @Test
  void whatIsDoneLaterIsToldFirst() {
    CountDownLatch second = new CountDownLatch(1);
    List<String> told = new ArrayList<>();
    SideBySide.<String>all(
        2,
        List.of(
            () -> {
              assertTrue(second.await(1, TimeUnit.MINUTES));
              return "first";
            },
            () -> {
              second.countDown();
              return "second";
            }),
        told::add);
    assertEquals(List.of("first", "second"), told);
  }

  /** Of two threads one is kept busy, so that the other does all the rest in order. */
  @Test
  void whatTakesLongIsBegunFirstAndToldInItsPlace() {
    CountDownLatch rest = new CountDownLatch(3);
    List<String> begun = Collections.synchronizedList(new ArrayList<>());
    List<Callable<String>> work = new ArrayList<>();
    for (String name : List.of("a", "b", "long", "c")) {
      work.add(
          () -> {
            begun.add(name);
            if (name.equals("long")) {
              assertTrue(rest.await(1, TimeUnit.MINUTES));
            } else {
              rest.countDown();
            }
            return name;
          });
    }
    List<String> told = new ArrayList<>();
    SideBySide.all(2, work, i -> i == 2, told::add);
    assertEquals(List.of("a", "b", "long", "c"), told);
    assertTrue(begun.indexOf("long") <= 1, begun::toString);
  }

  @Test
  void oneThreadDoesAllInTheOrderGiven() {
    List<Integer> begun = new ArrayList<>();
    List<Callable<Integer>> work =
        IntStream.range(0, 4)
            .mapToObj(
                i ->
                    (Callable<Integer>)
                        () -> {
                          begun.add(i);
                          return i;
                        })
            .toList();
    SideBySide.all(1, work, i -> i == 3, i -> {});
    assertEquals(List.of(0, 1, 2, 3), begun);
  }

  @Test
  void theFirstThatFailsIsThrownAndNoMoreIsTold() {
    List<Integer> told = new ArrayList<>();
    IllegalStateException e =
        assertThrows(
            IllegalStateException.class,
            () ->
                SideBySide.<Integer>all(
                    2,
                    List.of(
                        () -> 1,
                        () -> {
                          throw new IllegalStateException("the second");
                        },
                        () -> {
                          throw new IllegalStateException("the third");
                        }),
                    told::add));
    assertEquals("the second", e.getMessage());
    assertEquals(List.of(1), told);
  }

  @Test
  void nothingIsBegunOnceOneHasFailed() {
    AtomicInteger begun = new AtomicInteger();
    List<Callable<Integer>> work = new ArrayList<>();
    work.add(
        () -> {
          throw new OutOfMemoryError("no heap");
        });
    IntStream.range(0, 1000)
        .forEach(
            i ->
                work.add(
                    () -> {
                      Thread.sleep(10);
                      return begun.incrementAndGet();
                    }));
    assertThrows(OutOfMemoryError.class, () -> SideBySide.all(1, work, i -> {}));
    assertTrue(begun.get() < 1000);
  }
}
