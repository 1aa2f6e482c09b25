package org.mhpcheck.reports.text;

import java.util.ArrayList;
import java.util.List;
import org.mhpcheck.model.kernel.SpanStep;
import org.mhpcheck.model.state.Memory;
import org.mhpcheck.model.state.Spans;

/** Spans, and steps on them, as a trace shows them. */
public final class SpanText {
  private SpanText() {}

  /** {@code ZONE_NORMAL 1.0 to 1.3, ZONE_DEVICE nothing, node 1.0 to 1.3}. */
  public static String of(Memory memory) {
    Spans spans = memory.spans();
    return "ZONE_NORMAL %s, ZONE_DEVICE %s, node %s"
        .formatted(
            memory.text(spans.normal()), memory.text(spans.device()), memory.text(spans.node()));
  }

  /** A span that is not what it was. */
  public record Change(String what, String before, String after) {}

  /** The spans that are not what they were. */
  public static List<Change> between(Memory before, Memory after) {
    List<Change> changes = new ArrayList<>();
    add(
        changes,
        "ZONE_NORMAL",
        before.text(before.spans().normal()),
        after.text(after.spans().normal()));
    add(
        changes,
        "ZONE_DEVICE",
        before.text(before.spans().device()),
        after.text(after.spans().device()));
    add(changes, "node", before.text(before.spans().node()), after.text(after.spans().node()));
    return changes;
  }

  private static void add(List<Change> changes, String what, String before, String after) {
    if (!before.equals(after)) {
      changes.add(new Change(what, before, after));
    }
  }

  /** A step as a call: {@code __remove_zone(ZONE_NORMAL, 1.0 to 1.3)}. */
  public static String of(Memory memory, SpanStep step) {
    String zone =
        step.kind().isToldOfZone()
            ? step.zone().map(z -> z.text() + ", ").orElse("a zone that is none, ")
            : "";
    return "%s(%s%s to %s)"
        .formatted(
            step.kind().text(),
            zone,
            memory.place(memory.start() + step.from()),
            memory.place(memory.start() + step.to() - 1));
  }
}
