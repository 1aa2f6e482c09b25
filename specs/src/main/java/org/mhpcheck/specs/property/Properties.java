package org.mhpcheck.specs.property;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mhpcheck.model.claim.Property;

/** The catalogue of properties, in the order in which they are listed everywhere. */
public final class Properties {
  private static final List<Property> ALL =
      Stream.of(
              UsageProperties.all(),
              MemmapProperties.all(),
              OnlineProperties.all(),
              WalkerProperties.all(),
              ZoneProperties.all(),
              LinearMapProperties.all(),
              AltmapProperties.all(),
              AddProperties.all(),
              RecoveryProperties.all(),
              BootProperties.all(),
              TwoKernelsProperties.all(),
              PlacementProperties.all(),
              LayoutProperties.all(),
              SectionProperties.all())
          .flatMap(List::stream)
          .toList();

  private Properties() {}

  public static List<Property> all() {
    return ALL;
  }

  public static Optional<Property> named(String name) {
    return ALL.stream().filter(p -> p.name().equals(name)).findFirst();
  }
}
