package org.mhpcheck.checker.run;

import java.util.List;
import org.mhpcheck.checker.explore.Checkpoints.Beside;
import org.mhpcheck.model.kernel.Fired;
import org.mhpcheck.model.kernel.Kernel;

/** What fires of a kernel while it is explored, kept with the exploration. */
public record FiredBeside(Fired fired) implements Beside {

  /** Nothing, of a kernel that does not tell. */
  public static Beside of(Kernel kernel) {
    return kernel.fired().<Beside>map(FiredBeside::new).orElse(Beside.NOTHING);
  }

  @Override
  public List<String> gathered() {
    return List.copyOf(fired.texts());
  }

  @Override
  public void gatheredBefore(List<String> what) {
    fired.firedBefore(what);
  }
}
