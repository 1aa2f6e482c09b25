package org.mhpcheck.model.layout;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mhpcheck.model.design.Design;

/**
 * Every architecture that the kernel would compile for, within ranges that hold all there are: any
 * combination of these values that passes the guards.
 */
public record ParameterSpace(Map<Parameter, List<Integer>> domains, List<Comparison> guards) {

  /** That of {@code design}, whose layout is {@code layout}. */
  public static ParameterSpace of(Design design, SectionLayout layout) {
    List<Integer> pageblockBits =
        IntStream.of(UsageLayout.PAGEBLOCK_BITS, UsageLayout.pageblockBits(design))
            .distinct()
            .boxed()
            .toList();
    Map<Parameter, List<Integer>> domains = new EnumMap<>(Parameter.class);
    domains.put(Parameter.PAGE_SHIFT, range(12, 16));
    domains.put(Parameter.SECTION_SIZE_BITS, range(21, 32));
    domains.put(Parameter.PAGEBLOCK_ORDER, range(4, 18));
    domains.put(Parameter.HUGETLB_PAGE_ORDER, range(4, 18));
    domains.put(Parameter.MAX_PAGE_ORDER, range(6, 13));
    domains.put(Parameter.NR_PAGEBLOCK_BITS, pageblockBits);
    domains.put(Parameter.LONG_BYTES, List.of(4, 8));
    return new ParameterSpace(
        domains,
        List.of(layout.subsectionFits(), layout.largestAllocationFits(), layout.flagsFit()));
  }

  private static List<Integer> range(int from, int to) {
    return IntStream.rangeClosed(from, to).boxed().toList();
  }

  /** The same of {@code asked} alone, with the guards that they are enough for. */
  public ParameterSpace of(Set<Parameter> asked) {
    Map<Parameter, List<Integer>> narrow = new EnumMap<>(domains);
    narrow.keySet().retainAll(asked);
    return new ParameterSpace(narrow, guardsOf(asked));
  }

  /** The guards that {@code asked} alone are enough for. */
  public List<Comparison> guardsOf(Set<Parameter> asked) {
    return guards.stream().filter(g -> asked.containsAll(g.parameters())).toList();
  }

  /** Every combination of values of {@code asked} that passes the guards they are enough for. */
  public List<Map<Parameter, Integer>> tuples(Set<Parameter> asked) {
    List<Map<Parameter, Integer>> tuples = new ArrayList<>(List.of(Map.of()));
    for (Parameter parameter : asked) {
      List<Map<Parameter, Integer>> longer = new ArrayList<>();
      for (Map<Parameter, Integer> tuple : tuples) {
        for (int value : domains.get(parameter)) {
          Map<Parameter, Integer> more = new EnumMap<>(Parameter.class);
          more.putAll(tuple);
          more.put(parameter, value);
          longer.add(more);
        }
      }
      tuples = longer;
    }
    List<Comparison> guarding = guardsOf(asked);
    return tuples.stream().filter(t -> guarding.stream().allMatch(g -> g.holds(t))).toList();
  }

  /** The values of {@code asked}, in words. */
  public String text(Set<Parameter> asked) {
    return asked.stream()
        .map(p -> p + " " + text(domains.get(p)))
        .collect(Collectors.joining(", "));
  }

  private static String text(List<Integer> values) {
    int first = values.get(0);
    int last = values.get(values.size() - 1);
    return values.size() == 1
        ? String.valueOf(first)
        : values.size() == 2 ? first + " or " + last : first + " to " + last;
  }
}
