package org.mhpcheck.model.caller;

import java.util.List;
import java.util.Optional;
import org.mhpcheck.model.kernel.Errno;
import org.mhpcheck.model.kernel.Kernel;
import org.mhpcheck.model.kernel.Outcome;
import org.mhpcheck.model.kernel.Step;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.state.Owners;
import org.mhpcheck.model.state.Section;

/** The callers' own book-keeping beside a kernel: who owns what, as the resource tree has it. */
public final class Books {
  private Books() {}

  /** The section that boot makes of {@code ram}, with its owner if owners are kept. */
  public static Section boot(Kernel kernel, Bits ram, boolean owners) {
    Section section = kernel.boot(ram);
    return owners ? section.withOwners(Owners.ram(ram)) : section;
  }

  /** Every outcome of a step: the kernel's, or of book-keeping the one there is. */
  public static List<Outcome> step(Kernel kernel, Section section, Step step) {
    if (step.kind().isKernel()) {
      return kernel.step(section, step);
    }
    Owners owners = keep(section.owners(), step);
    return List.of(new Outcome(section.withOwners(owners), Errno.OK, Optional.empty(), List.of()));
  }

  private static Owners keep(Owners owners, Step step) {
    Bits range = step.range();
    return switch (step.kind()) {
      case CLAIM -> owners.withDevice(range, Condition.firstOf(range), step.altmap().isGiven());
      case CLAIM_ON -> owners.withDevice(range, Bits.none(range.size()), step.altmap().isGiven());
      case RELEASE -> owners.withoutDevice(range);
      case ADD, REMOVE -> throw new IllegalArgumentException("the kernel's to do: " + step.kind());
    };
  }
}
