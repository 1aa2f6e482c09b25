package org.mhpcheck.checker.cli.session;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.mhpcheck.checker.cli.catalogue.Catalogue;
import org.mhpcheck.checker.replay.NotBrokenException;
import org.mhpcheck.checker.replay.ReplayException;
import org.mhpcheck.checker.replay.Tracer;
import org.mhpcheck.checker.run.AskedKernel;
import org.mhpcheck.checker.run.SameEngine;
import org.mhpcheck.model.answer.Script;
import org.mhpcheck.model.answer.Trace;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.question.Question;
import org.mhpcheck.model.question.Scenario;
import org.mhpcheck.reports.itf.ItfReader;
import org.mhpcheck.reports.itf.TraceFile;
import org.mhpcheck.reports.past.KnownNames;
import org.mhpcheck.specs.property.Properties;
import org.mhpcheck.specs.scenario.ScenarioCatalogue;

/** The names in runs of packaged scenarios; counterexamples are done again in the model. */
public final class PackagedNames implements KnownNames {
  private final ScenarioCatalogue catalogue = Catalogue.scenarios();
  private final Set<String> names = Set.copyOf(catalogue.names());
  private final Map<String, Scenario> read = new ConcurrentHashMap<>();

  @Override
  public Optional<Scenario> scenario(String name) {
    return names.contains(name)
        ? Optional.of(read.computeIfAbsent(name, catalogue::read))
        : Optional.empty();
  }

  @Override
  public Optional<Property> property(String name) {
    return Properties.named(name);
  }

  @Override
  public Optional<Trace> replayed(Scenario asked, Property property, Path path, String clause) {
    TraceFile file = ItfReader.read(path);
    Script script = file.script();
    boolean isAsked =
        script.property().equals(property.name()) && asked.designs().contains(script.design());
    if (!isAsked || file.tree().isPresent()) {
      return Optional.empty();
    }
    if (asked.question() instanceof Question.Same same) {
      return SameEngine.parted(
          script,
          property,
          AskedKernel.modelOf(script.design(), same).kernel(),
          same.beside(),
          clause);
    }
    try {
      return Optional.of(new Tracer(script.machine().kernel()).trace(script, property));
    } catch (NotBrokenException | ReplayException e) {
      return Optional.empty();
    }
  }
}
