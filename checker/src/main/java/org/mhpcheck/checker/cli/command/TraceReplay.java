package org.mhpcheck.checker.cli.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.mhpcheck.checker.bind.harness.CompiledKernel;
import org.mhpcheck.checker.bind.tool.Configuration;
import org.mhpcheck.checker.cli.catalogue.Catalogue;
import org.mhpcheck.checker.cli.console.CliException;
import org.mhpcheck.checker.cli.console.Console;
import org.mhpcheck.checker.cli.session.Mail;
import org.mhpcheck.checker.cli.tree.Tree;
import org.mhpcheck.checker.replay.Parting;
import org.mhpcheck.checker.replay.Replayer;
import org.mhpcheck.checker.replay.Replayer.Replay;
import org.mhpcheck.checker.replay.Tracer;
import org.mhpcheck.model.answer.ExitStatus;
import org.mhpcheck.model.answer.Script;
import org.mhpcheck.model.answer.Trace;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.design.Option;
import org.mhpcheck.model.kernel.BootMemory;
import org.mhpcheck.model.kernel.Kernel;
import org.mhpcheck.reports.itf.ItfReader;
import org.mhpcheck.reports.itf.TraceFile;
import org.mhpcheck.reports.terminal.TraceWriter;
import org.mhpcheck.reports.text.Words;
import org.mhpcheck.specs.property.Properties;

/** A trace file done again and shown, and held against what it says came of it. */
final class TraceReplay {
  private final Console console;
  private final Path path;
  private final TraceFile file;
  private final Script script;
  private final Property property;
  private final Kernel model;

  TraceReplay(Console console, Path path) {
    Catalogue.requireRegularFile(path);
    this.console = console;
    this.path = path;
    this.file = ItfReader.read(path);
    this.script = file.script();
    this.property = property(script.property());
    this.model = script.machine().kernel();
    if (property instanceof Property.OfRecovery && script.atHand().isEmpty()) {
      throw unreadable(
          "#meta.callers is missing: %s asks which calls could have followed"
              .formatted(property.name()));
    }
  }

  private Property property(String name) {
    return Properties.named(name)
        .filter(TraceReplay::isOfTraces)
        .orElseThrow(
            () -> unreadable("no property of traces is named '%s'".formatted(Words.visible(name))));
  }

  private static boolean isOfTraces(Property property) {
    return !(property instanceof Property.Arithmetic
        || property instanceof Property.OfPlacement
        || property instanceof Property.OfTwoKernels);
  }

  /** In the model of its design alone. */
  ExitStatus inModel() {
    Replay modelled = modelled();
    Optional<Trace> trace = trace(model);
    show(trace, model);
    ExitStatus status = trace.isPresent() ? ExitStatus.VIOLATED : ExitStatus.OK;
    if (file.tree().isEmpty()) {
      requireRecorded(modelled, model);
      return status;
    }
    return status.worse(compareWithTreeRecorded(file.tree().get(), modelled));
  }

  /** As plain text, of what the model of its design does. */
  void mail(String version) {
    Replay modelled = modelled();
    if (file.tree().isEmpty()) {
      requireRecorded(modelled, model);
    }
    Optional<Trace> trace = trace(model);
    if (trace.isEmpty()) {
      show(trace, model);
      return;
    }
    try {
      Mail.of(version, trace.get(), path).write(console.out());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A tree's trace in the model: where they part, it is the model that differs, not the file. */
  private ExitStatus compareWithTreeRecorded(TraceFile.Tree tree, Replay modelled) {
    Optional<String> difference = RecordedStates.difference(file, modelled);
    say(
        difference
            .map(
                d ->
                    "recorded in %s, where the model of %s parts from it: %s (replay --kernel asks a tree)"
                        .formatted(tree.kernel(), script.design(), d))
            .orElse(
                "recorded in %s; the model of %s comes to the same states"
                    .formatted(tree.kernel(), script.design())));
    return difference.isPresent() ? ExitStatus.VIOLATED : ExitStatus.OK;
  }

  /** How a tree has to be configured to do the same. */
  Configuration configuration() {
    return Tree.configuration(script.design());
  }

  /** In a kernel tree, and in the model beside it. */
  ExitStatus inTree(Tree tree) {
    boolean canBoot =
        script
            .booting()
            .map(b -> b.memory().stream().map(BootMemory::node).toList())
            .map(nodes -> script.design().has(Option.VMEMMAP) && CompiledKernel.canBoot(nodes))
            .orElse(true);
    if (!canBoot) {
      throw new CliException(
          ExitStatus.USAGE,
          path + ": a kernel tree boots all sections with VMEMMAP only, and on nodes 0 to 15");
    }
    Tree.requireCompilable(script.geometry().subsections(), path.toString());
    tree.requireAltmaps(script.calls().stream().map(c -> c.call().altmap()).toList());
    tree.sayIfNewerThanCatalogue(console);
    Replay modelled = modelled();
    try (CompiledKernel compiled = new CompiledKernel(tree.build(), subsections())) {
      Replay inTree = Replayer.of(compiled).asFarAsItGoes(script);
      Optional<Trace> trace = trace(compiled);
      Optional<Trace> ofModel = trace.isPresent() ? Optional.empty() : trace(model);
      show(trace, compiled);
      ofModel.ifPresent(t -> show(ofModel, model));
      Optional<Parting> parting = Parting.first(inTree, modelled);
      say(
          parting
              .map(
                  p ->
                      "DIFFERENT %s: %s"
                          .formatted(
                              tree.name(), p.text(tree.name(), "the model of " + script.design())))
              .orElseGet(
                  () ->
                      "SAME %s: it and the model of %s come to the same states, return codes and events after every step of %s"
                          .formatted(
                              tree.name(),
                              script.design(),
                              Words.count(inTree.calls().size(), "call"))));
      compareWithRecorded(tree, inTree, modelled, compiled);
      return trace.isPresent() || parting.isPresent() ? ExitStatus.VIOLATED : ExitStatus.OK;
    }
  }

  private void compareWithRecorded(
      Tree tree, Replay inTree, Replay modelled, CompiledKernel compiled) {
    if (file.tree().isEmpty()) {
      requireRecorded(modelled, model);
    } else if (file.tree().get().sources().equals(tree.build().provenance().sources())) {
      requireRecorded(inTree, compiled);
    } else {
      say(
          "recorded in %s, made of other files; there %s"
              .formatted(
                  file.tree().get().kernel(),
                  RecordedStates.difference(file, inTree).orElse("the states were the same")));
    }
  }

  private int subsections() {
    return script.geometry().subsections();
  }

  /** A script that its own model cannot follow was never recorded there. */
  private Replay modelled() {
    Replay replay = Replayer.of(model).asFarAsItGoes(script);
    if (file.tree().isEmpty() && replay.refused().isPresent()) {
      throw unreadable(replay.refused().get());
    }
    return replay;
  }

  /** Up to the call that breaks the property, if any does. */
  private Optional<Trace> trace(Kernel kernel) {
    Tracer tracer = new Tracer(kernel);
    return tracer.breaking(script, property).map(s -> tracer.trace(s, property));
  }

  private void show(Optional<Trace> trace, Kernel kernel) {
    if (trace.isEmpty()) {
      say("replayed in %s, the trace does not break %s".formatted(kernel.name(), property.name()));
      return;
    }
    new TraceWriter(console.out(), console.width(), console.colour()).write(trace.get());
    console.out().println();
    int rest = script.calls().size() - trace.get().depth();
    if (rest > 0) {
      say("%s left off, after the property was broken".formatted(Words.count(rest, "call")));
    }
  }

  private void requireRecorded(Replay replay, Kernel kernel) {
    RecordedStates.difference(file, replay)
        .ifPresent(
            difference -> {
              throw unreadable(
                  "its states are not what comes of its calls in %s: %s; it was changed, or written by another version"
                      .formatted(kernel.name(), difference));
            });
  }

  private void say(String line) {
    console.out().println(path + ": " + line);
  }

  private CliException unreadable(String why) {
    return new CliException(ExitStatus.UNREADABLE, path + ": " + why);
  }
}
