package org.mhpcheck.model.answer;

import java.util.List;
import java.util.Optional;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.kernel.Mutant;

/**
 * Whether the checker would notice faults of the kernel: what became of each that was planted.
 *
 * @param design the kernel that they were planted in
 * @param stale mutants that the catalogue argues for though they do not survive
 * @param complete whether each was asked to the end
 */
public record MutantReport(String design, List<Row> rows, List<String> stale, boolean complete) {

  /** One fault, and what became of it. */
  public record Row(Mutant mutant, Fate fate) {}

  /** What becomes of a mutant. */
  public sealed interface Fate {

    /** The word in tables. */
    String word();
  }

  /**
   * Noticed.
   *
   * @param by properties that hold without the fault, and are violated or never met with it, by as
   *     few calls as can be
   */
  public record Killed(String scenario, List<Property> by) implements Fate {
    @Override
    public String word() {
      return "killed";
    }

    private boolean isBy(Property property) {
      return by.stream().anyMatch(p -> p.name().equals(property.name()));
    }
  }

  /** No fault: whatever is done, nobody can tell it from the kernel without it. */
  public record Equivalent(String shownFor) implements Fate {
    @Override
    public String word() {
      return "equivalent";
    }
  }

  /**
   * Not noticed, though it does otherwise.
   *
   * @param why the catalogue's argument; empty if it has none
   */
  public record Survived(Optional<String> why) implements Fate {
    @Override
    public String word() {
      return "survived";
    }
  }

  /** Those that {@code property} is among the first to notice. */
  public List<Mutant> killedBy(Property property) {
    return rows.stream()
        .filter(r -> r.fate() instanceof Killed k && k.isBy(property))
        .map(Row::mutant)
        .toList();
  }

  public int killed() {
    return count("killed");
  }

  public int equivalent() {
    return count("equivalent");
  }

  private int count(String word) {
    return (int) rows.stream().filter(r -> r.fate().word().equals(word)).count();
  }

  /** {@code killed N of M, E equivalent}. */
  public String score() {
    return "killed %d of %d, %d equivalent%s"
        .formatted(killed(), rows.size(), equivalent(), complete ? "" : ", not all were asked");
  }

  /** What it makes a process end with: a survivor has to be argued, and an argument has to fit. */
  public ExitStatus exitStatus() {
    boolean asArgued =
        stale.isEmpty()
            && rows.stream().noneMatch(r -> r.fate() instanceof Survived s && s.why().isEmpty());
    ExitStatus status = asArgued ? ExitStatus.OK : ExitStatus.VIOLATED;
    return complete ? status : status.worse(ExitStatus.INCONCLUSIVE);
  }
}
