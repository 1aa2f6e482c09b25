package org.mhpcheck.reports.text;

import java.util.ArrayList;
import java.util.List;
import org.mhpcheck.model.answer.Script;
import org.mhpcheck.model.answer.Trace;
import org.mhpcheck.model.kernel.BootFault;
import org.mhpcheck.model.kernel.BootScript;

/** A counterexample in short: what it starts from, then its calls, a line each. */
public final class CallLines {
  private CallLines() {}

  /** Boot first, then the calls by number, each with the allocation that fails in it. */
  public static List<String> of(Trace trace) {
    List<String> lines = new ArrayList<>();
    lines.add(boot(trace));
    int number = 0;
    for (Trace.TracedCall call : trace.calls()) {
      number++;
      lines.add(number + ". " + of(call, trace.geometry().subsections()));
    }
    return lines;
  }

  /** A call with what it returned, and the allocation that failed in it. */
  public static String of(Trace.TracedCall call, int subsections) {
    String fault = call.fault().map(f -> "; fault: " + CallText.of(f)).orElse("");
    return CallText.of(call, subsections) + fault;
  }

  /** {@code boot, with system RAM 1111 0000}: a bitmap for each section. */
  public static String boot(Trace trace) {
    Script script = trace.script();
    StringBuilder text = new StringBuilder("boot, with system RAM");
    script.boot().forEach(ram -> text.append(' ').append(ram.text()));
    script.booting().ifPresent(b -> text.append(booting(b)));
    return text.toString();
  }

  private static String booting(BootScript script) {
    StringBuilder text = new StringBuilder("; ").append(script.text());
    for (BootFault fault : script.faults()) {
      text.append("; fault: ").append(fault.text());
    }
    return text.toString();
  }
}
