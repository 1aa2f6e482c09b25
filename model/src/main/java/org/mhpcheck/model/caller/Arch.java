package org.mhpcheck.model.caller;

import java.util.Optional;
import java.util.stream.Stream;
import org.mhpcheck.model.design.Change;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.design.Option;
import org.mhpcheck.model.kernel.Platform;
import org.mhpcheck.model.kernel.Step;

/**
 * Whose arch_add_memory() it is that maps memory linearly before __add_pages(): they differ in what
 * they do when that fails; and in what they do to memmap.
 */
public enum Arch {
  /** add_pages() warns once and leaves the mapping (arch/x86/mm/init_64.c, all releases). */
  X86_64("x86_64"),
  /** Takes it back since v5.7 (arch/arm64/mm/mmu.c). */
  ARM64("arm64"),
  /** Takes it back since v5.11 (arch/powerpc/mm/mem.c). */
  PPC64("ppc64"),
  /** vmem_remove_mapping() (arch/s390/mm/init.c). */
  S390("s390"),
  /** Takes it back (arch/riscv/mm/init.c, v6.11, its first). */
  RISCV64("riscv64"),
  /** Only prints a warning (arch/loongarch/mm/init.c). */
  LOONGARCH64("loongarch64");

  private final String text;

  Arch(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }

  /** The one of that name; empty if there is none. */
  public static Optional<Arch> named(String name) {
    return Stream.of(values()).filter(a -> a.text.equals(name)).findFirst();
  }

  /**
   * What of it shows in the code of sections. arm64 is taken to have pages of 4K; before v5.7 it
   * freed no memmap at all, and removed no memory: that is left out.
   */
  public Platform platform(Design design) {
    Platform.Mapping mapping =
        this != ARM64
            ? Platform.Mapping.PAGES
            : design.has(Change.PARTS_MAPPED_BY_PAGES_ON_ARM64)
                ? Platform.Mapping.PMDS_OF_WHOLE_SECTIONS
                : Platform.Mapping.PMDS;
    return new Platform(mapping, this == X86_64 || this == PPC64);
  }

  /** Why there is no {@code design} for it; empty if there is. */
  public Optional<String> refusedBy(Design design) {
    boolean needsVmemmap = this == ARM64 || this == S390 || this == RISCV64;
    return needsVmemmap && !design.has(Option.VMEMMAP)
        ? Optional.of(
            "%s: there is no memory hotplug on %s without %s"
                .formatted(design.name(), text, Option.VMEMMAP.config()))
        : Optional.empty();
  }

  /**
   * The step that maps memory. vmem_add_mapping() of s390 may run out of memory, and takes back
   * what it had mapped (arch/s390/mm/vmem.c). That of ppc64 may fail too (create_section_mapping(),
   * arch/powerpc/mm/mem.c); it is taken to succeed, as those of the others are.
   */
  Step.Kind mapping() {
    return this == S390 ? Step.Kind.TRY_MAP : Step.Kind.MAP;
  }

  /**
   * Whether memory from boot cannot go offline: on arm64, prevent_bootmem_remove_notifier() refuses
   * it (arch/arm64/mm/mmu.c, v5.7 on). Before v5.7 nothing could go offline there, which is left
   * out here.
   */
  boolean keepsBootMemoryOnline() {
    return this == ARM64;
  }

  /** Whether the linear mapping goes again when __add_pages() fails. */
  boolean unmapsAfterFailedAdd(Design design) {
    return switch (this) {
      case X86_64, LOONGARCH64 -> false;
      case S390, RISCV64 -> true;
      case ARM64 -> design.has(Change.LINEAR_MAP_REMOVED_ON_ARM64);
      case PPC64 -> design.has(Change.LINEAR_MAP_REMOVED_ON_PPC64);
    };
  }
}
