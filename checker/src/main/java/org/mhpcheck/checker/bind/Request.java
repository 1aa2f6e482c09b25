package org.mhpcheck.checker.bind;

import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Optional;
import org.mhpcheck.model.kernel.Fault;
import org.mhpcheck.model.kernel.FaultPoint;
import org.mhpcheck.model.kernel.Step;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.state.Section;

/** One question to the harness: {@code struct mhp_request} of harness.c, or a line of text. */
record Request(Op op, Bits range, Section section, Optional<Fault> fault) {
  static final int BYTES = 72;

  /** What is to be done; the order is {@code enum mhp_op}'s. */
  enum Op {
    BOOT,
    ADD,
    REMOVE,
    /** Nothing: only pfn_valid() is asked, as it is after all others. */
    LOOK
  }

  static Request boot(Bits ram) {
    return new Request(Op.BOOT, ram, Section.absent(ram.size()), Optional.empty());
  }

  static Request look(Section section) {
    return new Request(Op.LOOK, Bits.none(section.subsections()), section, Optional.empty());
  }

  static Request step(Section section, Step step, Optional<Fault> fault) {
    Op op =
        switch (step.kind()) {
          case ADD -> Op.ADD;
          case REMOVE -> Op.REMOVE;
          case CLAIM, CLAIM_ON, RELEASE ->
              throw new IllegalArgumentException("not the kernel's to do: " + step.kind());
        };
    Sections.requireOneRange(step.range());
    return new Request(op, step.range(), section, fault);
  }

  void writeTo(ByteBuffer out) {
    out.putInt(op.ordinal());
    out.putInt(fault.map(f -> f.point() == FaultPoint.USAGE ? 1 : 2).orElse(0));
    out.putInt(fault.map(Fault::occurrence).orElse(0));
    out.putInt(0);
    out.putLong(Sections.word(range));
    Sections.write(section, out);
  }

  /** As harness.c reads it in text mode. */
  String line() {
    String what = op.name().toLowerCase(Locale.ROOT) + " ";
    String range = " range=" + this.range;
    return op == Op.BOOT
        ? what.strip() + range
        : what + Sections.words(section) + range + fault.map(Request::words).orElse("");
  }

  private static String words(Fault fault) {
    return " fault="
        + (fault.point() == FaultPoint.USAGE ? "usage" : "memmap@" + fault.occurrence());
  }
}
