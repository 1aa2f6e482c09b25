package org.mhpcheck.model.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.SpanStep.Kind;
import org.mhpcheck.model.state.Memory;
import org.mhpcheck.model.state.Span;
import org.mhpcheck.model.state.Spans;
import org.mhpcheck.model.state.Zone;

/**
 * From v5.5 on, a zone whose span ends where its online pages end does so after every block that
 * leaves it: the kernel's searches come to what looking at all pages comes to.
 */
class ZoneSpansLawTest {

  @Property(tries = 500)
  void theZoneSpansWhatIsOnline(
      @ForAll("blocks") List<String> blocks,
      @ForAll("design") String design,
      @ForAll("spans") Span device) {
    Memory all = memory(blocks, device);
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i).equals("NN")) {
        Memory offline = all.with(i, PagedMemory.section("nn"));
        Memory left =
            new ModelledKernel(Design.parse(design))
                .step(
                    offline,
                    new SpanStep(
                        Kind.REMOVE_FROM_ZONE,
                        Optional.of(Zone.NORMAL),
                        2 * i,
                        2 * i + 2,
                        Altmap.NONE))
                .next();
        assertEquals(ofOnline(left), left.spans().normal());
        assertEquals(left.spans().normal().hull(device), left.spans().node());
      }
    }
  }

  /** And whatever comes online is in it. */
  @Property(tries = 500)
  void theZoneSpansWhatComesOnline(
      @ForAll("blocks") List<String> blocks, @ForAll("spans") Span device) {
    Memory all = memory(blocks, device);
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i).equals("xx")) {
        Memory moved =
            new ModelledKernel(Design.parse("v7.2"))
                .step(
                    all,
                    new SpanStep(
                        Kind.ONLINE_BLOCK, Optional.empty(), 2 * i, 2 * i + 2, Altmap.NONE))
                .next();
        Memory online = moved.with(i, PagedMemory.section("NN"));
        assertEquals(ofOnline(online), online.spans().normal());
      }
    }
  }

  private static Memory memory(List<String> blocks, Span device) {
    Memory memory = PagedMemory.of(1, Spans.EMPTY, blocks.toArray(new String[0]));
    Span normal = ofOnline(memory);
    return memory.with(new Spans(normal, device, normal.hull(device)));
  }

  /** By looking at every one. */
  private static Span ofOnline(Memory memory) {
    Span span = Span.EMPTY;
    for (int i = 0; i < memory.sections().size(); i++) {
      if (memory.sections().get(i).sectionMemMap().online().isTrue()) {
        span = span.hull(new Span(memory.start() + 2 * i, 2));
      }
    }
    return span;
  }

  @Provide
  Arbitrary<List<String>> blocks() {
    return Arbitraries.of("NN", "NN", "xx", "nn", "vv", "wv", "..")
        .list()
        .ofMinSize(1)
        .ofMaxSize(5);
  }

  @Provide
  Arbitrary<String> design() {
    return Arbitraries.of("v5.5", "v5.6", "v5.12", "v6.1.192-debian", "v6.12.117-debian", "v7.2");
  }

  @Provide
  Arbitrary<Span> spans() {
    return Arbitraries.of(Span.EMPTY, new Span(2, 3), new Span(5, 1));
  }
}
