package org.mhpcheck.checker.smt;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mhpcheck.model.logic.Bit;

/**
 * Questions in SMT-LIB 2 (2.6, logic QF_UF): can all of these formulas hold at once? Variables bear
 * their names, each conjunction is defined once, and questions over one circuit share definitions.
 *
 * <p>It is written from the formulas themselves, and not from the clauses that Choco gets: a fault
 * in those shows as a difference.
 */
public final class SmtScript {
  private final StringBuilder text = new StringBuilder();
  private final Map<Bit, String> names = new IdentityHashMap<>();
  private final List<Bit> asserted = new ArrayList<>();
  private int conjunctions;
  private int questions;

  public SmtScript() {
    text.append("(set-option :global-declarations true)\n(set-logic QF_UF)\n");
  }

  /** A script of one question, for a file of its own. */
  public static String of(String comment, List<Bit> required, boolean canBeMet) {
    SmtScript script = new SmtScript();
    comment.lines().forEach(line -> script.text.append("; ").append(line).append('\n'));
    script.text.append("(set-info :status ").append(canBeMet ? "sat" : "unsat").append(")\n");
    script.require(required);
    script.text.append("(check-sat)\n(exit)\n");
    return script.text();
  }

  /**
   * Asks whether all of {@code required} can hold at once. What the question before began with too
   * is not asserted again: ask those that begin alike one after the other.
   */
  public void ask(List<Bit> required) {
    int alike = 0;
    while (alike < Math.min(asserted.size(), required.size())
        && asserted.get(alike).equals(required.get(alike))) {
      alike++;
    }
    if (alike < asserted.size()) {
      text.append("(pop ").append(asserted.size() - alike).append(")\n");
      asserted.subList(alike, asserted.size()).clear();
    }
    for (Bit bit : required.subList(alike, required.size())) {
      text.append("(push 1)\n");
      require(List.of(bit));
      asserted.add(bit);
    }
    text.append("(check-sat)\n");
    questions++;
  }

  /** How many questions were asked. */
  public int questions() {
    return questions;
  }

  public String text() {
    return text.toString();
  }

  private void require(List<Bit> required) {
    for (Bit bit : required) {
      String term = define(bit);
      text.append("(assert ").append(term).append(")\n");
    }
  }

  /** The term that stands for {@code bit}; what it is made of is declared and defined before. */
  private String define(Bit bit) {
    if (bit.isKnown()) {
      return bit.isTrue() ? "true" : "false";
    }
    if (bit.node() instanceof Bit.Not not) {
      return "(not " + define(not.operand()) + ")";
    }
    String known = names.get(bit);
    if (known != null) {
      return known;
    }
    String name = bit.node() instanceof Bit.Variable v ? declared(v.toString()) : defined(bit);
    names.put(bit, name);
    return name;
  }

  private String declared(String name) {
    String symbol = "|" + name + "|";
    text.append("(declare-const ").append(symbol).append(" Bool)\n");
    return symbol;
  }

  private String defined(Bit bit) {
    String operands =
        ((Bit.And) bit.node())
            .operands().stream().map(this::define).collect(Collectors.joining(" "));
    String name = "c" + conjunctions++;
    text.append("(define-fun ")
        .append(name)
        .append(" () Bool (and ")
        .append(operands)
        .append("))\n");
    return name;
  }
}
