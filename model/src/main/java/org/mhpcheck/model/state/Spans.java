package org.mhpcheck.model.state;

/**
 * The spans of a node's zones and of the node: what of {@code struct pglist_data} hotplug changes.
 * All memory is on one node.
 */
public record Spans(Span normal, Span device, Span node) {
  public static final Spans EMPTY = new Spans(Span.EMPTY, Span.EMPTY, Span.EMPTY);

  public Span of(Zone zone) {
    return zone == Zone.NORMAL ? normal : device;
  }

  public Spans with(Zone zone, Span span) {
    return zone == Zone.NORMAL ? new Spans(span, device, node) : new Spans(normal, span, node);
  }

  public Spans withNode(Span span) {
    return new Spans(normal, device, span);
  }

  /** The least that covers all zones. */
  public Span ofZones() {
    return normal.hull(device);
  }
}
