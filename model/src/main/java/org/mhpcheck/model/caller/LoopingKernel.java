package org.mhpcheck.model.caller;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mhpcheck.model.kernel.Event;
import org.mhpcheck.model.kernel.Kernel;
import org.mhpcheck.model.state.Section;

/**
 * A kernel that has loops over sections of its own, __add_pages() and __remove_pages(), and can be
 * asked for a whole call. Of others the plans tell what a call comes to.
 */
public interface LoopingKernel extends Kernel {

  /**
   * What a whole call came to.
   *
   * @param rc as it was returned, whether the model has a name for it or not
   * @param after the sections; owners are as they were
   * @param corruption the first corruption of memory, after which nothing else can be told
   */
  record Looped(int rc, List<Section> after, Set<Event> events, Optional<Event> corruption) {}

  /**
   * Has the kernel's own loop go over the sections.
   *
   * @param call {@link Operation#ARCH_ADD_MEMORY} or {@link Operation#ARCH_REMOVE_MEMORY}, of a
   *     range with pages
   * @param fault the allocation that is to fail, if one is
   */
  Looped loop(List<Section> before, Call call, Optional<FaultIn> fault);
}
