package org.mhpcheck.checker.compose;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which states two sections beside each other can be in at once, whatever is further out, as a
 * union of products: any state of a set at the left beside any of a set at the right.
 *
 * <p>Found by going over the border in step at both sides: each sequence of signs leads to one
 * product.
 */
final class Neighbours {

  /** Any of the one beside any of the other. */
  record Product(BitSet left, BitSet right) {

    private boolean covers(Product other) {
      return isWithin(other.left, left) && isWithin(other.right, right);
    }

    private static boolean isWithin(BitSet small, BitSet large) {
      BitSet rest = (BitSet) small.clone();
      rest.andNot(large);
      return rest.isEmpty();
    }
  }

  private final int states;
  private final Border left;
  private final Border right;
  private final List<Product> products = new ArrayList<>();
  private final BitSet first;
  private final BitSet last;
  private Optional<String> unfinished = Optional.empty();

  private Neighbours(Closure closure, BitSet live, Seam seam) {
    this.states = closure.states();
    this.left = new Border(closure, live, seam, seam::atRight);
    this.right = new Border(closure, live, seam, seam::atLeft);
    this.first = right.atFirst(Seam.WALL);
    this.last = left.atFirst(Seam.WALL);
  }

  /**
   * @param live the moves that are made
   */
  static Neighbours of(Closure closure, BitSet live, Seam seam, Limit limit) {
    Neighbours neighbours = new Neighbours(closure, live, seam);
    neighbours.explore(limit);
    return neighbours;
  }

  private void explore(Limit limit) {
    add(new Product(left.atFirst(Seam.NONE), right.atFirst(Seam.NONE)));
    for (int i = 0; i < products.size() && unfinished.isEmpty(); i++) {
      cross(products.get(i));
      unfinished = limit.reached(states, 0);
    }
  }

  private void cross(Product at) {
    BitSet[] lefts = left.after(at.left());
    BitSet[] rights = right.after(at.right());
    for (int a = 0; a < lefts.length; a++) {
      for (int b = 0; b < rights.length; b++) {
        if (lefts[a] != null && rights[b] != null && left.match(a, right, b)) {
          add(new Product(lefts[a], rights[b]));
        }
      }
    }
  }

  private void add(Product product) {
    boolean isNew = products.stream().noneMatch(p -> p.covers(product));
    if (isNew && !product.left().isEmpty() && !product.right().isEmpty()) {
      products.add(product);
    }
  }

  /** Why it is not complete; empty if it is. */
  Optional<String> unfinished() {
    return unfinished;
  }

  /** Whose union is the relation. */
  List<Product> products() {
    return List.copyOf(products);
  }

  /** The states that a section can be in with nothing at its left. */
  BitSet first() {
    return first;
  }

  /** The states that a section can be in with nothing at its right. */
  BitSet last() {
    return last;
  }

  /**
   * The moves to which a call can come from both sides, through neighbours that make their moves of
   * it: from where it begins, and from where it ends.
   */
  BitSet allowed() {
    BitSet fromLeft = come(left, Product::left, right, Product::right, first);
    BitSet fromRight = come(right, Product::right, left, Product::left, last);
    fromLeft.and(fromRight);
    return fromLeft;
  }

  /**
   * The moves that a call can come to from one side.
   *
   * @param before the side that it comes from
   * @param atWall the states of a section that has the end of the world there
   */
  private BitSet come(
      Border before,
      Function<Product, BitSet> beforeOf,
      Border behind,
      Function<Product, BitSet> behindOf,
      BitSet atWall) {
    BitSet moves = new BitSet();
    behind.addMoves(moves, atWall, part -> behind.canHave(part, Seam.WALL));
    for (Product product : products) {
      behind.addMoves(moves, behindOf.apply(product), part -> behind.canHave(part, Seam.NONE));
    }
    int size;
    do {
      size = moves.cardinality();
      for (Product product : products) {
        BitSet signs = before.signsOf(moves, beforeOf.apply(product));
        BitSet others = behind.matching(signs, before);
        behind.addMoves(
            moves,
            behindOf.apply(product),
            part -> behind.sign(part) >= 0 && others.get(behind.sign(part)));
      }
    } while (moves.cardinality() > size);
    return moves;
  }
}
