package org.mhpcheck.model.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All sections, and the spans over them.
 *
 * @param firstSection the number of the first: its first subsection is so many sections away from
 *     pfn 0
 */
public record Memory(List<Section> sections, Spans spans, int firstSection) {

  public int subsections() {
    return sections.get(0).subsections();
  }

  /** The first subsection of the first section, counted from pfn 0 on, as spans are. */
  public int start() {
    return firstSection * subsections();
  }

  /** The index of the section that {@code subsection} of a span is in; none if there is none. */
  public Optional<Integer> section(int subsection) {
    int section = Math.floorDiv(subsection, subsections()) - firstSection;
    return 0 <= section && section < sections.size() ? Optional.of(section) : Optional.empty();
  }

  public Memory with(Spans value) {
    return new Memory(sections, value, firstSection);
  }

  public Memory with(int index, Section section) {
    List<Section> list = new ArrayList<>(sections);
    list.set(index, section);
    return new Memory(List.copyOf(list), spans, firstSection);
  }

  /** From where to where a span reaches, by sections numbered from 1 and subsections in them. */
  public String text(Span span) {
    return span.isEmpty()
        ? "nothing"
        : "%s to %s".formatted(place(span.start()), place(span.end() - 1));
  }

  /** {@code 2.3}: in section 2 the subsection 3; of what is before all sections, how far it is. */
  public String place(int subsection) {
    return section(subsection)
        .map(i -> "%d.%d".formatted(i + 1, subsection % subsections()))
        .orElse(subsection == 0 ? "pfn 0" : subsection + " subsections from pfn 0");
  }

  /**
   * What boot makes the spans: of the struct pages it has initialised, from the first to the last
   * (free_area_init(), mm/mm_init.c).
   */
  public static Memory atBoot(List<Section> sections, int firstSection) {
    Memory memory = new Memory(List.copyOf(sections), Spans.EMPTY, firstSection);
    Span ram = Span.EMPTY;
    for (int i = 0; i < sections.size() * memory.subsections(); i++) {
      Section section = sections.get(i / memory.subsections());
      if (section.memmap().pages().normal().get(i % memory.subsections())) {
        ram = ram.hull(new Span(memory.start() + i, 1));
      }
    }
    return memory.with(new Spans(ram, Span.EMPTY, ram));
  }
}
