package org.mhpcheck.checker.compose;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.mhpcheck.checker.compose.Neighbours.Product;
import org.mhpcheck.checker.parts.Numbering;

/**
 * The interface classes of sections: states that have the same states beside them, at one side. The
 * relation of neighbours is one of classes.
 */
public final class Interfaces {
  private final BitSet first;
  private final BitSet last;
  private final int[] leftClass;
  private final int[] rightClass;
  private final BitSet[] related;

  /**
   * @param states how many there are
   */
  Interfaces(int states, Neighbours neighbours) {
    this.first = neighbours.first();
    this.last = neighbours.last();
    List<Product> products = neighbours.products();
    this.leftClass = classes(states, products, Product::left, Product::right);
    this.rightClass = classes(states, products, Product::right, Product::left);
    this.related = new BitSet[1 + Arrays.stream(leftClass).max().orElse(-1)];
    Arrays.setAll(related, row -> new BitSet());
    for (Product product : products) {
      BitSet columns = new BitSet();
      product.right().stream().forEach(state -> columns.set(rightClass[state]));
      product.left().stream().forEach(state -> related[leftClass[state]].or(columns));
    }
  }

  /** A class for each state, from 0; -1 if it never has anything beside it. */
  private static int[] classes(
      int states,
      List<Product> products,
      Function<Product, BitSet> own,
      Function<Product, BitSet> other) {
    Map<BitSet, BitSet> besideAll = new HashMap<>();
    Numbering<BitSet> classes = new Numbering<>();
    int[] classOf = new int[states];
    for (int state = 0; state < states; state++) {
      BitSet in = new BitSet();
      for (int i = 0; i < products.size(); i++) {
        in.set(i, own.apply(products.get(i)).get(state));
      }
      BitSet beside = besideAll.computeIfAbsent(in, which -> union(which, products, other));
      classOf[state] = in.isEmpty() ? -1 : classes.of(beside);
    }
    return classOf;
  }

  private static BitSet union(
      BitSet which, List<Product> products, Function<Product, BitSet> side) {
    BitSet union = new BitSet();
    which.stream().forEach(i -> union.or(side.apply(products.get(i))));
    return union;
  }

  /** Classes of a section by what is at its right. */
  public int left() {
    return related.length;
  }

  /** Classes of a section by what is at its left. */
  public int right() {
    return 1 + Arrays.stream(rightClass).max().orElse(-1);
  }

  /** Pairs of classes that are ever beside each other. */
  public int pairs() {
    return Arrays.stream(related).mapToInt(BitSet::cardinality).sum();
  }

  /**
   * How many states a system of {@code sections} has, as far as pairs of neighbours tell: at least
   * as many as it has.
   */
  public BigInteger states(int sections) {
    BigInteger[] before = null;
    for (int i = 0; i < sections; i++) {
      BigInteger[] ways = new BigInteger[related.length + 1];
      Arrays.fill(ways, BigInteger.ZERO);
      for (int state = 0; state < leftClass.length; state++) {
        boolean isLast = i == sections - 1;
        int to = isLast ? related.length : leftClass[state];
        if (to >= 0 && (!isLast || last.get(state)) && (i > 0 || first.get(state))) {
          ways[to] = ways[to].add(i == 0 ? BigInteger.ONE : atLeft(before, state));
        }
      }
      before = ways;
    }
    return before[related.length];
  }

  private BigInteger atLeft(BigInteger[] ways, int state) {
    BigInteger sum = BigInteger.ZERO;
    for (int row = 0; row < related.length; row++) {
      if (rightClass[state] >= 0 && related[row].get(rightClass[state])) {
        sum = sum.add(ways[row]);
      }
    }
    return sum;
  }
}
