package org.mhpcheck.checker.agree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;
import org.mhpcheck.model.question.Scenario;
import org.mhpcheck.specs.property.Properties;
import org.mhpcheck.specs.scenario.ScenarioCatalogue;

/** Turns round what becomes of a law: it has to be broken, by a small case and with its files. */
final class MustFail implements AroundPropertyHook {

  @Override
  public PropagationMode propagateTo() {
    return PropagationMode.ALL_DESCENDANTS;
  }

  @Override
  public PropertyExecutionResult aroundProperty(
      PropertyLifecycleContext context, PropertyExecutor property) {
    PropertyExecutionResult result = property.execute();
    assertEquals(PropertyExecutionResult.Status.FAILED, result.status(), context.label());
    Contradiction contradiction =
        assertInstanceOf(Contradiction.class, result.throwable().orElseThrow());
    requireSmall((Case) result.falsifiedParameters().orElseThrow().get(0));
    requireReadable(contradiction, contradiction.write(context.targetMethod().getName()));
    return result.mapToSuccessful();
  }

  /** Nothing is left of it that the contradiction does without. */
  private static void requireSmall(Case of) {
    assertEquals(Optional.empty(), of.mutant(), of::toString);
    assertTrue(of.design().isAsReleased(), of::toString);
    assertEquals(2, of.world().geometry().subsections(), of::toString);
    assertEquals(1, of.world().boot().size(), of::toString);
    assertEquals(1, of.world().callers().size(), of::toString);
    assertEquals(1, of.world().altmaps().size(), of::toString);
  }

  /** The files ask for what the message tells. */
  private static void requireReadable(Contradiction contradiction, List<Path> files) {
    assertEquals(contradiction.scenarios().size(), files.size());
    ScenarioCatalogue catalogue = new ScenarioCatalogue(Properties.all());
    for (int i = 0; i < files.size(); i++) {
      Scenario read = catalogue.read(files.get(i));
      Scenario told = contradiction.scenarios().get(i);
      assertEquals(told.question(), read.question());
      assertEquals(told.designs(), read.designs());
      assertEquals(told.properties(), read.properties());
      assertEquals(told.expected(), read.expected());
      assertTrue(contradiction.getMessage().contains(ScenarioText.of(told)));
    }
  }
}
