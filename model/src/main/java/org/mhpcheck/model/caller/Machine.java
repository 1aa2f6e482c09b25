package org.mhpcheck.model.caller;

import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.Kernel;
import org.mhpcheck.model.kernel.ModelledKernel;
import org.mhpcheck.model.kernel.Mutant;
import org.mhpcheck.model.kernel.WalkedKernel;
import org.mhpcheck.model.state.Geometry;

/** What callers run on: a kernel's design, and a world for it. */
public record Machine(Design design, World world) {

  /** One in the usual world. */
  public static Machine of(Design design, Geometry geometry) {
    return new Machine(design, World.of(geometry));
  }

  /** The same with another kernel. */
  public Machine with(Design other) {
    return new Machine(other, world);
  }

  /** The same with other memory. */
  public Machine with(Geometry other) {
    return new Machine(design, world.with(other));
  }

  /**
   * {@code kernel} with the walkers of this world beside it. Of a compiled kernel, which cannot be
   * stopped between two reads, it is the kernel itself, whose walks are whole ones.
   */
  public Kernel watched(Kernel kernel) {
    return world.walkers() && kernel instanceof ModelledKernel modelled
        ? new WalkedKernel(modelled)
        : kernel;
  }

  /** The modelled kernel that is of this design, and in this world. */
  public ModelledKernel kernel() {
    return new ModelledKernel(design, Mutant.NONE, world.arch().platform(design));
  }

  public Geometry geometry() {
    return world.geometry();
  }
}
