package org.mhpcheck.model.claim;

import java.util.Set;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.design.Option;

/**
 * What people need to know of a property.
 *
 * @param name lower case with dashes; binding, since expectations and histories go by it
 * @param statement one sentence: what must hold
 * @param premise one clause: where the property says anything at all
 * @param rationale why it matters
 * @param citation the kernel file, function and release it rests on
 * @param needs what a question must have for the premise to be reachable at all
 */
public record About(
    String name,
    String statement,
    String premise,
    String rationale,
    String citation,
    Set<Need> needs) {

  /** What a question must have for a property to say anything about it. */
  public enum Need {
    /** A boot layout with memory in the section. */
    BOOT_MEMORY("a boot layout other than absent"),
    /** Boots of all sections at once, in which allocations may fail. */
    FAILING_BOOTS("boot-faults"),
    /** A call that can be refused or can fail: by faults, or of an adversary. */
    FAILING_CALLS("faults, or the caller direct or sparse"),
    /** A call on a range of which something is there already. */
    OVERLAPPING_CALLS("the caller direct or sparse, or faults and two sections"),
    /** Calls that are told of an altmap, accessible or not. */
    ALTMAPS("altmap among the altmaps, and a caller that has any"),
    /** Adds with an altmap that is not accessible yet. */
    INACCESSIBLE_ALTMAPS(
        "inaccessible among the altmaps, and the caller direct, sparse or memory-block"),
    /** Nobody who removes otherwise than was added: of an adversary, that is no news. */
    MIRRORED_REMOVES("callers whose removes mirror their adds: not direct, and not sparse"),
    /** Nobody who owns nothing: where owners are not kept, all memory is without one. */
    BOOKS("callers who own what they add: not direct, and not sparse"),
    /** Somebody who adds device memory, and keeps books of it. */
    DEVICES("the caller device or private-device, and neither direct nor sparse"),
    /** Others who look at sections while they change. */
    WALKERS("walkers"),
    /** Such walkers, held up between two reads, which are followed in models only. */
    WALKERS_HELD_UP("walkers, and no compiled kernel"),
    /** Nobody who leaves the linear mapping out. */
    LINEAR_MAP("callers that map memory linearly: device or memory-block, and no others"),
    /** Somebody who removes memory, or takes it offline. */
    REMOVES("designs with CONFIG_MEMORY_HOTREMOVE"),
    /** Somebody who keeps zones. */
    ZONES("zones to be kept"),
    /** Zones, and somebody who brings memory on- and offline. */
    MEMORY_BLOCKS_IN_ZONES("zones to be kept, and the caller memory-block");

    private final String text;

    Need(String text) {
      this.text = text;
    }

    /** Whether {@code design} has it, as far as that is a matter of designs. */
    public boolean isMetBy(Design design) {
      return this != REMOVES || design.has(Option.MEMORY_HOTREMOVE);
    }

    /** What is needed, in words. */
    public String text() {
      return text;
    }
  }
}
