package org.mhpcheck.model.kernel;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mhpcheck.model.logic.Bits;

/**
 * What there is in the code of a modelled kernel, found by running it on what is unknown: its
 * stores, its tests, and so what can fire of it, and which faults can be planted.
 */
public record KernelCode(ModelledKernel kernel) {

  /** Every site that boot or a step stores to on some path: where a store can be left out. */
  public Set<Site> stores() {
    return sites(Firing.Store.class, Firing.Store::site);
  }

  /** Every test that a step comes to on some path: what can be forced. */
  public Set<Site> tests() {
    return sites(Firing.Test.class, Firing.Test::site);
  }

  /** All that code of this kernel can do to sections: every store, and every test both ways. */
  public Set<Firing> canFire() {
    List<Altmap> altmaps =
        Stream.of(Altmap.values()).filter(a -> a.refusedBy(kernel.design()).isEmpty()).toList();
    Set<Firing> can = new LinkedHashSet<>();
    Stream.concat(kernel.taken(altmaps).stream(), takenByFailingBoots().stream())
        .forEach(
            taken -> {
              can.add(taken);
              if (taken instanceof Firing.Test test) {
                can.add(test.negated());
              }
            });
    return can;
  }

  private Set<Firing> takenByFailingBoots() {
    Fired told = new Fired(/* faults= */ true);
    kernel.telling(told).boots(List.of(new BootMemory(Bits.full(2), 0, /* ahead= */ false)));
    return told.all();
  }

  private <F extends Firing> Set<Site> sites(Class<F> kind, Function<F, Site> site) {
    return kernel.taken(List.of(Altmap.NONE)).stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .map(site)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Every fault that can be planted: each store left out or late, each test forced and negated. */
  public List<Mutant> mutants() {
    List<Mutant> mutants = new ArrayList<>();
    stores().forEach(store -> mutants.add(new Mutant(store)));
    for (Site test : tests()) {
      for (Mutant.Way way : List.of(Mutant.Way.TRUE, Mutant.Way.FALSE, Mutant.Way.NEGATED)) {
        mutants.add(new Mutant(test, way));
      }
    }
    stores().forEach(store -> mutants.add(new Mutant(store, Mutant.Way.DELAYED)));
    return mutants;
  }
}
