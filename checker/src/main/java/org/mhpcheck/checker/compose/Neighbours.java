package org.mhpcheck.checker.compose;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Which states two sections beside each other can be in at once, whatever is further out: by
 * interface classes, that is, sets of states that have the same neighbours.
 *
 * <p>Explores what can come over one border, both sides in step: each pair of sets that is met is a
 * product, and all products together are the relation.
 */
public final class Neighbours {
  /** A product: any of the one beside any of the other. */
  private record Product(BitSet left, BitSet right) {
    boolean covers(Product other) {
      return isWithin(other.left, left) && isWithin(other.right, right);
    }

    private static boolean isWithin(BitSet small, BitSet large) {
      BitSet rest = (BitSet) small.clone();
      rest.andNot(large);
      return rest.isEmpty();
    }
  }

  private final Closure closure;
  private final List<Product> products = new ArrayList<>();
  private final BitSet first;
  private final BitSet last;
  private final int[] leftClass;
  private final int[] rightClass;
  private final boolean[][] related;
  private Optional<String> unfinished = Optional.empty();

  private Neighbours(Closure closure, Seam seam, Limit limit) {
    this.closure = closure;
    Border left = new Border(closure, seam, seam::atRight);
    Border right = new Border(closure, seam, seam::atLeft);
    this.first = right.atFirst(Seam.WALL);
    this.last = left.atFirst(Seam.WALL);
    explore(left, right, limit);
    this.leftClass = classes(Product::left, Product::right);
    this.rightClass = classes(Product::right, Product::left);
    this.related =
        new boolean[1 + IntStream.of(leftClass).max().orElse(-1)]
            [1 + IntStream.of(rightClass).max().orElse(-1)];
    for (Product product : products) {
      BitSet columns = new BitSet();
      product.right.stream().forEach(r -> columns.set(rightClass[r]));
      BitSet rows = new BitSet();
      product.left.stream().forEach(l -> rows.set(leftClass[l]));
      rows.stream().forEach(row -> columns.stream().forEach(c -> related[row][c] = true));
    }
  }

  /** Of a closure that is complete. */
  public static Neighbours of(Closure closure, Seam seam, Limit limit) {
    return new Neighbours(closure, seam, limit);
  }

  private void explore(Border left, Border right, Limit limit) {
    add(new Product(left.atFirst(Seam.NONE), right.atFirst(Seam.NONE)));
    for (int i = 0; i < products.size() && unfinished.isEmpty(); i++) {
      BitSet[] lefts = left.after(products.get(i).left);
      BitSet[] rights = right.after(products.get(i).right);
      for (int a = 0; a < lefts.length; a++) {
        for (int b = 0; b < rights.length; b++) {
          if (lefts[a] != null && rights[b] != null && match(left, a, right, b)) {
            add(new Product(lefts[a], rights[b]));
          }
        }
      }
      unfinished = limit.reached(closure.states(), 0);
    }
  }

  private static boolean match(Border left, int a, Border right, int b) {
    return left.sight(a).stream().anyMatch(part -> right.signOf(part) == b);
  }

  private void add(Product product) {
    if (products.stream().noneMatch(p -> p.covers(product))) {
      products.add(product);
    }
  }

  private interface Side {
    BitSet of(Product product);
  }

  /** States that have the same neighbours get the same number; -1 where there are none. */
  private int[] classes(Side own, Side other) {
    Map<BitSet, BitSet> unions = new LinkedHashMap<>();
    Map<BitSet, Integer> numbers = new LinkedHashMap<>();
    int[] classes = new int[closure.states()];
    for (int state = 0; state < classes.length; state++) {
      BitSet in = new BitSet();
      for (int i = 0; i < products.size(); i++) {
        in.set(i, own.of(products.get(i)).get(state));
      }
      BitSet all = unions.computeIfAbsent(in, set -> union(set, other));
      Integer number =
          all.isEmpty() ? Integer.valueOf(-1) : numbers.computeIfAbsent(all, n -> numbers.size());
      classes[state] = number;
    }
    return classes;
  }

  private BitSet union(BitSet which, Side side) {
    BitSet union = new BitSet();
    which.stream().forEach(i -> union.or(side.of(products.get(i))));
    return union;
  }

  public Optional<String> unfinished() {
    return unfinished;
  }

  public int products() {
    return products.size();
  }

  public int leftClasses() {
    return related.length;
  }

  public int rightClasses() {
    return related.length == 0 ? 0 : related[0].length;
  }

  /** How many pairs of classes can be beside each other. */
  public int pairs() {
    int pairs = 0;
    for (boolean[] row : related) {
      for (boolean one : row) {
        pairs += one ? 1 : 0;
      }
    }
    return pairs;
  }

  /** How many states {@code sections} sections can be in, as far as their borders tell. */
  public BigInteger states(int sections) {
    Map<Integer, BigInteger> byClass = new LinkedHashMap<>();
    for (int i = 0; i < sections; i++) {
      boolean isFirst = i == 0;
      boolean isLast = i == sections - 1;
      Map<Integer, BigInteger> next = new LinkedHashMap<>();
      BigInteger[] before = isFirst ? null : before(byClass);
      for (int state = 0; state < closure.states(); state++) {
        if ((isFirst && !first.get(state)) || (isLast && !last.get(state))) {
          continue;
        }
        BigInteger ways =
            isFirst
                ? BigInteger.ONE
                : rightClass[state] < 0 ? BigInteger.ZERO : before[rightClass[state]];
        if (isLast || leftClass[state] >= 0) {
          next.merge(isLast ? 0 : leftClass[state], ways, BigInteger::add);
        }
      }
      byClass = next;
    }
    return byClass.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
  }

  /** How many tuples can stand at the left of each right class. */
  private BigInteger[] before(Map<Integer, BigInteger> byLeftClass) {
    BigInteger[] before = new BigInteger[rightClasses()];
    for (int column = 0; column < before.length; column++) {
      before[column] = BigInteger.ZERO;
      for (Map.Entry<Integer, BigInteger> row : byLeftClass.entrySet()) {
        if (related[row.getKey()][column]) {
          before[column] = before[column].add(row.getValue());
        }
      }
    }
    return before;
  }
}
