package org.mhpcheck.model.caller;

import java.util.List;
import java.util.Optional;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.Kernel;
import org.mhpcheck.model.kernel.ModelledKernel;
import org.mhpcheck.model.kernel.Mutant;
import org.mhpcheck.model.kernel.WalkedKernel;
import org.mhpcheck.model.state.Geometry;
import org.mhpcheck.model.state.Memory;
import org.mhpcheck.model.state.Section;

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

  /** The same without zones. */
  public Machine withoutZones() {
    return new Machine(design, world.with(Optional.empty()));
  }

  /** Whether zones are kept. */
  boolean keepsZones() {
    return world.zones().isPresent();
  }

  /** The sections after boot with the spans over them; empty where zones are not kept. */
  public Optional<Memory> memory(List<Section> boot) {
    return world.zones().map(z -> Memory.atBoot(boot, z.firstSection()));
  }

  public Geometry geometry() {
    return world.geometry();
  }
}
