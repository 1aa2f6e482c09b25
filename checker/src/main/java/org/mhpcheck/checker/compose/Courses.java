package org.mhpcheck.checker.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.mhpcheck.checker.compose.Part.Done;
import org.mhpcheck.checker.parts.SpanningCall;
import org.mhpcheck.checker.parts.SpanningCall.Need;
import org.mhpcheck.checker.parts.SpanningCall.Node;

/** Every course that a call can take, as the parts that each section has in it. */
final class Courses {
  private final int sections;
  private final List<SortedSet<Integer>> needs = new ArrayList<>();
  private final List<List<Done>> steps = new ArrayList<>();
  private final Consumer<List<Part>> courses;

  private Courses(SpanningCall call, int sections, Consumer<List<Part>> courses) {
    this.sections = sections;
    this.courses = courses;
    for (int i = 0; i < sections; i++) {
      needs.add(new TreeSet<>());
      steps.add(new ArrayList<>());
    }
    for (Need need : call.needs()) {
      needs.get(need.section()).add(need.condition());
    }
  }

  /**
   * Tells {@code courses} of each: the parts of sections 0 to {@code sections} - 1. One more begins
   * with each step: that all is lost there.
   */
  static void of(SpanningCall call, int sections, Consumer<List<Part>> courses) {
    new Courses(call, sections, courses).follow(call.plan());
  }

  private void follow(Node node) {
    if (node.isReturn()) {
      tell(false);
      return;
    }
    List<Done> own = steps.get(node.section());
    own.add(new Done(node.step(), Part.LOST));
    tell(true);
    for (int code = 0; code < node.on().length; code++) {
      if (node.on()[code] != null) {
        own.set(own.size() - 1, new Done(node.step(), code));
        follow(node.on()[code]);
      }
    }
    own.remove(own.size() - 1);
  }

  private void tell(boolean isLost) {
    List<Part> parts = new ArrayList<>(sections);
    for (int i = 0; i < sections; i++) {
      parts.add(new Part(needs.get(i), List.copyOf(steps.get(i)), isLost));
    }
    courses.accept(parts);
  }
}
