package org.mhpcheck.checker.prove;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mhpcheck.checker.smt.SmtScript;
import org.mhpcheck.checker.smt.Z3;
import org.mhpcheck.model.logic.Bit;

/** Asks z3 all that Choco was asked. */
final class SolverOpinion {
  private SolverOpinion() {}

  /**
   * Confirms every answer of {@code ledger}; those to the same formulas at once.
   *
   * @return how many different obligations z3 was asked about
   * @throws IllegalStateException if z3 contradicts one
   */
  static int confirm(Ledger ledger, Z3 z3) {
    Map<Set<Bit>, Ledger.Entry> different = new LinkedHashMap<>();
    ledger.entries().stream()
        .sorted(Comparator.comparing(e -> e.obligation().name())) // paths side by side
        .forEach(e -> different.putIfAbsent(Set.copyOf(e.obligation().required()), e));
    SmtScript script = new SmtScript();
    for (Ledger.Entry entry : different.values()) {
      // What is assumed stands last, and first what differs: the script shares what begins alike.
      List<Bit> required = new ArrayList<>(entry.obligation().required());
      Collections.reverse(required);
      script.ask(required);
    }
    List<Boolean> answers = z3.answers(script);
    int i = 0;
    for (Ledger.Entry entry : different.values()) {
      if (answers.get(i++) != entry.canBeMet()) {
        throw new IllegalStateException(
            "%s: Choco says it can%s be met, %s contradicts"
                .formatted(entry.obligation().name(), entry.canBeMet() ? "" : "not", z3.version()));
      }
    }
    return answers.size();
  }
}
