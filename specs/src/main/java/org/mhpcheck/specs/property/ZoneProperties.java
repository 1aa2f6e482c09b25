package org.mhpcheck.specs.property;

import static org.mhpcheck.model.kernel.Mmzone.online_section;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mhpcheck.model.claim.About;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.claim.SpanStepTaken;
import org.mhpcheck.model.kernel.Event;
import org.mhpcheck.model.kernel.SpanStep;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.state.Memory;
import org.mhpcheck.model.state.Section;
import org.mhpcheck.model.state.Span;
import org.mhpcheck.model.state.Zone;

/** What must hold of the spans of zones and of the node, and of what is read to shrink them. */
final class ZoneProperties {
  private ZoneProperties() {}

  static final Property ZONE_SPAN_COVERS_ITS_PAGES =
      new Property.OfSystem(
          new About(
              "zone-span-covers-its-pages",
              "The span of a zone covers all struct pages in use that are the zone's: those that"
                  + " are online, and those of devices.",
              "some section is online, or a device's struct pages are initialised",
              "Who walks a zone by its span, as compaction and the page allocator's setup do, misses"
                  + " what is beyond it.",
              "mm/memory_hotplug.c shrink_zone_span(), resize_zone_range(), v5.2 to v7.2",
              Set.of(About.Need.ZONES)),
          m -> inUse(m, Zone.NORMAL).length + inUse(m, Zone.DEVICE).length > 0,
          m -> beyond(m, Zone.NORMAL).isEmpty() && beyond(m, Zone.DEVICE).isEmpty(),
          m ->
              List.of(Zone.NORMAL, Zone.DEVICE).stream()
                  .flatMap(z -> beyond(m, z).stream().map(s -> z.text() + " has " + s))
                  .collect(Collectors.joining("; ")));

  /** The subsections, counted as spans are, that hold struct pages of {@code zone} in use. */
  private static int[] inUse(Memory memory, Zone zone) {
    int size = memory.subsections();
    return IntStream.range(0, memory.sections().size() * size)
        .filter(i -> inUse(memory.sections().get(i / size), zone).get(i % size))
        .map(i -> memory.start() + i)
        .toArray();
  }

  private static Bits inUse(Section section, Zone zone) {
    Bits pages = section.memmap().pages().of(zone);
    return zone == Zone.DEVICE ? pages : pages.when(online_section(section));
  }

  private static Optional<String> beyond(Memory memory, Zone zone) {
    Span span = memory.spans().of(zone);
    return IntStream.of(inUse(memory, zone))
        .filter(s -> !span.covers(s))
        .mapToObj(s -> "pages in %s, and spans %s".formatted(memory.place(s), memory.text(span)))
        .findFirst();
  }

  static final Property NODE_SPAN_COVERS_ZONES =
      new Property.OfSystem(
          new About(
              "node-span-covers-its-zones",
              "The span of a node covers the spans of its zones.",
              "a zone's span is not empty",
              "try_offline_node() takes a node offline whose span is empty, and kmemleak looks for"
                  + " struct pages within it.",
              "mm/memory_hotplug.c shrink_pgdat_span() up to v5.3, update_pgdat_span() from v5.4"
                  + " on; 00d6c019b5bc",
              Set.of(About.Need.ZONES)),
          m -> !m.spans().ofZones().isEmpty(),
          m -> m.spans().node().covers(m.spans().ofZones()),
          ZoneProperties::spans);

  static final Property NODE_SPAN_IS_OF_ITS_ZONES =
      new Property.OfSystem(
          new About(
              "node-span-ends-with-its-zones",
              "The span of a node begins where its first zone begins, and ends where its last one"
                  + " ends; without any, it is empty.",
              "the node's span is not empty",
              "A node that spans too much does not go offline when its memory is gone, and seems to"
                  + " hold other nodes' memory.",
              "mm/memory_hotplug.c update_pgdat_span(), v5.4 on; 656d57119326",
              Set.of(About.Need.ZONES)),
          m -> !m.spans().node().isEmpty(),
          m -> same(m.spans().node(), m.spans().ofZones()),
          ZoneProperties::spans);

  private static boolean same(Span one, Span other) {
    return one.equals(other) || one.isEmpty() && other.isEmpty();
  }

  static final Property EMPTIED_ZONE_SPANS_NOTHING =
      new Property.OfSystem(
          new About(
              "emptied-zone-spans-nothing",
              "When no system RAM is left, ZONE_NORMAL spans nothing.",
              "nobody owns system RAM",
              "A zone that seems to span memory keeps its node from going offline, and decides"
                  + " which zone later memory goes to (zone_for_pfn_range()).",
              "mm/memory_hotplug.c shrink_zone_span(), v5.2 to v7.2; feee6b298916",
              Set.of(About.Need.MEMORY_BLOCKS_IN_ZONES)),
          m -> !hasRam(m),
          m -> hasRam(m) || m.spans().normal().isEmpty(),
          m -> "there is no system RAM; " + spans(m));

  private static boolean hasRam(Memory memory) {
    return memory.sections().stream().anyMatch(s -> s.owners().ram().isEmpty().isFalse());
  }

  static final Property SEARCH_READS_INITIALISED_PAGES =
      new Property.OfSpanStep(
          new About(
              "span-search-reads-initialised-pages",
              "What is looked at to shrink a span is initialised.",
              "pages are taken out of a zone",
              "Memory that was never online has poison for a zone and a node, and so has what a"
                  + " driver reserves in its altmap: spans come out wrong, or the kernel stops.",
              "mm/memory_hotplug.c find_smallest_section_pfn(), find_biggest_section_pfn(),"
                  + " v5.4; 7ce700bf11b5, 00d6c019b5bc",
              Set.of(About.Need.ZONES)),
          t -> t.step().kind().shrinks(),
          t -> !t.step().kind().shrinks() || !read(t),
          ZoneProperties::shown);

  static final Property ZONE_ASKED_OF_INITIALISED_PAGE =
      new Property.OfSpanStep(
          new About(
              "zone-asked-of-initialised-page",
              "The struct page that is asked which zone or node a range is of, is initialised.",
              "memory is removed whose zone or node is asked of a page",
              "It decides which zone shrinks. Memory that was never online has poison there, and a"
                  + " driver may reserve a device's first pages.",
              "mm/memremap.c memunmap_pages(), v5.4, 77e080e7680e; arch_remove_memory() up to v5.4,"
                  + " feee6b298916",
              Set.of(About.Need.ZONES)),
          t -> t.step().kind().asksPage(),
          t -> !t.step().kind().asksPage() || !read(t),
          ZoneProperties::shown);

  private static boolean read(SpanStepTaken t) {
    return t.outcome().events().contains(Event.UNINITIALISED_PAGE_READ);
  }

  static final Property RIGHT_ZONE_SHRINKS =
      new Property.OfSpanStep(
          new About(
              "pages-leave-their-own-zone",
              "A range of pages is taken out of the zone that they are in.",
              "pages are taken out of a zone that is named",
              "Else the zone they are in goes on spanning them, or one that they never were in"
                  + " shrinks.",
              "mm/memory_hotplug.c __remove_pages() up to v5.4, remove_pfn_range_from_zone() from"
                  + " v5.5 on; feee6b298916",
              Set.of(About.Need.ZONES)),
          t -> isTold(t),
          t -> !isTold(t) || foreign(t).isEmpty(),
          t ->
              "%s, and %s are in another"
                  .formatted(
                      t.step()
                          .zone()
                          .map(z -> "the zone is " + z.text())
                          .orElse("of no known zone"),
                      String.join(", ", foreign(t))));

  private static boolean isTold(SpanStepTaken t) {
    SpanStep.Kind kind = t.step().kind();
    return kind == SpanStep.Kind.REMOVE_ZONE || kind == SpanStep.Kind.REMOVE_FROM_ZONE;
  }

  /** The subsections of the range whose pages are in another zone than the step was told of. */
  private static List<String> foreign(SpanStepTaken t) {
    int size = t.before().subsections();
    return IntStream.range(t.step().from(), t.step().to())
        .filter(
            i ->
                t.before()
                    .sections()
                    .get(i / size)
                    .memmap()
                    .pages()
                    .ofLastPage(i % size)
                    .filter(z -> !t.step().zone().equals(Optional.of(z)))
                    .isPresent())
        .mapToObj(i -> t.before().place(t.before().start() + i))
        .toList();
  }

  static final Property NODE_OFFLINE_WITHOUT_MEMORY =
      new Property.OfSpanStep(
          new About(
              "node-offline-without-memory",
              "A node goes offline only when nobody owns memory on it.",
              "memory is removed, and its node may go offline",
              "Its data are freed, and memory that is still there refers to them: memory blocks that"
                  + " were never online, and devices.",
              "mm/memory_hotplug.c try_offline_node(), v5.4 on; 2c91f8fc6c99",
              Set.of(About.Need.MEMORY_BLOCKS_IN_ZONES)),
          t -> t.step().kind() == SpanStep.Kind.TRY_OFFLINE_NODE,
          t -> !t.outcome().events().contains(Event.NODE_OFFLINED_WITH_MEMORY),
          ZoneProperties::shown);

  static final Property SEARCH_ENDS =
      new Property.OfSpanStep(
          new About(
              "span-search-ends",
              "The search for a zone's last page ends.",
              "pages are taken out of a zone",
              "It holds the lock of memory hotplug.",
              "mm/memory_hotplug.c find_biggest_section_pfn(), v5.2 to v7.2",
              Set.of(About.Need.ZONES)),
          t -> t.step().kind().shrinks(),
          t -> !t.outcome().events().contains(Event.SEARCH_WITHOUT_END),
          ZoneProperties::shown);

  private static String shown(SpanStepTaken t) {
    return t.outcome().notes().stream()
            .map(n -> n.function() + "(): " + n.event().text())
            .collect(Collectors.joining("; "))
        + "; before it, "
        + spans(t.before());
  }

  private static String spans(Memory memory) {
    return "ZONE_NORMAL spans %s, ZONE_DEVICE %s, the node %s"
        .formatted(
            memory.text(memory.spans().normal()),
            memory.text(memory.spans().device()),
            memory.text(memory.spans().node()));
  }

  static List<Property> all() {
    return List.of(
        ZONE_SPAN_COVERS_ITS_PAGES,
        NODE_SPAN_COVERS_ZONES,
        NODE_SPAN_IS_OF_ITS_ZONES,
        EMPTIED_ZONE_SPANS_NOTHING,
        SEARCH_READS_INITIALISED_PAGES,
        ZONE_ASKED_OF_INITIALISED_PAGE,
        RIGHT_ZONE_SHRINKS,
        NODE_OFFLINE_WITHOUT_MEMORY,
        SEARCH_ENDS);
  }
}
