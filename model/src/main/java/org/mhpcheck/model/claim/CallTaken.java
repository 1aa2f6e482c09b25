package org.mhpcheck.model.claim;

import java.util.List;
import org.mhpcheck.model.caller.Call;
import org.mhpcheck.model.kernel.Errno;
import org.mhpcheck.model.state.Section;

/** One whole call and what came of it: what a property of calls speaks about. */
public record CallTaken(List<Section> before, Call call, Errno rc, List<Section> after) {}
