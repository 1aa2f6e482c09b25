package org.mhpcheck.checker.prove;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mhpcheck.model.layout.Parameter;
import org.mhpcheck.model.layout.SizeClaim;

/**
 * A claim evaluated for every combination of values, one after the other.
 *
 * <p>What is left of a claim once an architecture's numbers are put in is often the same for many,
 * and then evaluated once: exact all the same.
 */
final class SizeEvaluation {
  private final SizeClaim claim;
  private final Set<Parameter> asked;
  private final List<Parameter> any;
  private final Map<SizeClaim, Optional<Map<Parameter, Integer>>> known = new HashMap<>();

  SizeEvaluation(SizeClaim claim) {
    this.claim = claim;
    this.asked = EnumSet.noneOf(Parameter.class);
    this.any = new ArrayList<>();
    for (Parameter parameter : claim.parameters()) {
      if (parameter.isAny()) {
        any.add(parameter);
      } else {
        asked.add(parameter);
      }
    }
  }

  /** The parameters of architectures that the claim follows from. */
  Set<Parameter> asked() {
    return asked;
  }

  /**
   * The values that break the claim: of each of {@code tuples}, by its name, the first that do, if
   * any do.
   */
  Map<String, Map<Parameter, Integer>> broken(Map<String, Map<Parameter, Integer>> tuples) {
    Map<String, Map<Parameter, Integer>> broken = new LinkedHashMap<>();
    tuples.forEach(
        (name, tuple) ->
            known
                .computeIfAbsent(claim.with(tuple), this::counterexample)
                .ifPresent(
                    found -> {
                      Map<Parameter, Integer> values = new EnumMap<>(Parameter.class);
                      values.putAll(tuple);
                      values.putAll(found);
                      broken.put(name, values);
                    }));
    return broken;
  }

  private Optional<Map<Parameter, Integer>> counterexample(SizeClaim open) {
    List<Parameter> left = any.stream().filter(open.parameters()::contains).toList();
    Map<Parameter, Integer> found = new EnumMap<>(Parameter.class);
    any.forEach(p -> found.put(p, 0));
    return new OpenClaim(open, left)
        .counterexample()
        .map(
            values -> {
              for (int i = 0; i < values.length; i++) {
                found.put(left.get(i), values[i]);
              }
              return found;
            });
  }
}
