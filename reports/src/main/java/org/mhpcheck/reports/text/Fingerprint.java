package org.mhpcheck.reports.text;

import java.util.ArrayList;
import java.util.List;
import org.mhpcheck.model.answer.Evidence;
import org.mhpcheck.model.answer.Finding;
import org.mhpcheck.model.answer.Trace;
import org.mhpcheck.model.answer.Verdict;
import org.mhpcheck.model.kernel.BootScript;
import org.mhpcheck.model.state.Section;

/**
 * What a finding is known by from one run to the next: the same for as long as the same is asked
 * and comes to the same, by the same calls. How long it took, how many states there were, and where
 * in a file something stands do not go into it.
 */
public final class Fingerprint {
  private static final int DIGITS = 32;

  private Fingerprint() {}

  /** 32 hexadecimal digits. */
  public static String of(Finding finding) {
    List<String> parts = new ArrayList<>();
    parts.add(finding.property().name());
    parts.add(finding.scenario().name());
    parts.add(finding.kernel());
    parts.add(finding.subject());
    parts.add(finding.verdict().word().name());
    if (finding.verdict() instanceof Verdict.Violated v) {
      if (v.evidence() instanceof Trace trace) {
        add(trace, parts);
      } else {
        parts.add(((Evidence.Numbers) v.evidence()).text());
      }
    }
    return Sha256.of(String.join("\n", parts)).substring(0, DIGITS);
  }

  private static void add(Trace trace, List<String> parts) {
    int subsections = trace.geometry().subsections();
    parts.add(trace.geometry().sections() + "x" + subsections);
    trace.booted().ifPresent(b -> add(b.script(), parts));
    trace.boot().stream().map(Section::subsectionMap).forEach(map -> parts.add(map.text()));
    for (Trace.TracedCall call : trace.calls()) {
      parts.add(CallText.of(call, subsections));
      call.fault().ifPresent(f -> parts.add(CallText.of(f)));
    }
  }

  private static void add(BootScript script, List<String> parts) {
    parts.add(script.text());
    script.memory().forEach(m -> parts.add(m.ram().text()));
    script.faults().forEach(f -> parts.add(f.text()));
  }
}
