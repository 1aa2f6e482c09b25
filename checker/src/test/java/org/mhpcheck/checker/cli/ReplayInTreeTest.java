package org.mhpcheck.checker.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mhpcheck.checker.bind.source.KernelTree;
import org.mhpcheck.checker.bind.source.Trees;

/** Traces of models done in a tree, and of trees in models. */
class ReplayInTreeTest {
  private static final String L01 = "--property failed-add-changes-nothing";

  @TempDir private Path directory;

  private Path trace(String arguments) throws IOException {
    CommandLineRun.check(directory, "--quiet " + arguments).endsWith(12);
    try (Stream<Path> files = Files.list(directory.resolve("out/traces"))) {
      return files.findFirst().orElseThrow();
    }
  }

  private static CommandLineRun replay(Path trace, KernelTree tree) {
    return CommandLineRun.of("replay", trace.toString(), "--kernel", tree.directory().toString());
  }

  @Test
  void aModelsL01IsTheTreesToo() throws IOException {
    KernelTree tree = Trees.of("6.12");
    Path trace = trace("--design v6.12 --sections 2 --subsections 4 " + L01);
    CommandLineRun run = replay(trace, tree).endsWith(12);
    run.hasLine("failed-add-changes-nothing is violated in " + tree.name());
    run.hasLine(trace + ": SAME " + tree.name() + ": it and the model of v6.12 come to the same");
  }

  @Test
  void b01IsMendedInTheTreeAndThereTheyPart() throws IOException {
    KernelTree tree = Trees.of("6.12");
    Path trace =
        trace("--design v5.4 --sections 1 --subsections 4 --property boot-usage-never-freed");
    CommandLineRun run = replay(trace, tree).endsWith(12);
    run.hasLine(
        "%s: replayed in %s, the trace does not break boot-usage-never-freed"
            .formatted(trace, tree.name()));
    run.hasLine("boot-usage-never-freed is violated in v5.4: 3 calls");
    run.hasLine(trace + ": DIFFERENT " + tree.name() + ": call 1, section 1, ");
    assertTrue(run.out().contains("base null_encoded in the model of v5.4"), run.out());
  }

  @Test
  void whatBreaksNothingAndAgreesIsAPass() throws IOException {
    KernelTree tree = Trees.of("6.12");
    Path trace = trace("--design v6.12 --sections 2 --subsections 4 " + L01);
    String text = Files.readString(trace);
    Files.writeString(trace, text.replace("failed-add-changes-nothing", "pfn-valid-has-memmap"));
    replay(trace, tree).endsWith(0).hasLine(trace + ": SAME ");
  }

  @Test
  void aTreesTraceIsHeldAgainstTheTreeItIsOf() throws IOException {
    KernelTree tree = Trees.of("6.12");
    Path trace = trace("--kernel " + tree.directory() + " " + L01);
    replay(trace, tree).endsWith(12).hasLine(trace + ": SAME ");
    CommandLineRun.of("replay", trace.toString())
        .endsWith(12)
        .hasLine(
            "%s: recorded in %s; the model of v6.12.117-debian comes to the same states"
                .formatted(trace, tree.name()));
    String text = Files.readString(trace);
    String changed = text.replace("\"map\" : \"1111\"", "\"map\" : \"1110\"");
    Files.writeString(trace, changed);
    replay(trace, tree)
        .endsWith(150)
        .complains("its states are not what comes of its calls in " + tree.name());
    CommandLineRun.of("replay", trace.toString())
        .endsWith(12)
        .hasLine(trace + ": recorded in " + tree.name() + ", where the model of");
    Files.writeString(trace, changed.replaceFirst("\"sources\" : \"...", "\"sources\" : \"abc"));
    replay(trace, tree)
        .endsWith(12)
        .hasLine(trace + ": recorded in " + tree.name() + ", made of other files; there states[0]");
  }

  @Test
  void aSizeThatNothingIsCompiledFor() throws IOException {
    KernelTree tree = Trees.of("6.12");
    Path trace =
        trace("--design v5.4 --sections 1 --subsections 3 --property boot-usage-never-freed");
    replay(trace, tree).endsWith(64).complains("sections of 3 subsections");
  }
}
