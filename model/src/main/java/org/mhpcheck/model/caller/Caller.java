package org.mhpcheck.model.caller;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mhpcheck.model.caller.Range.Chunk;
import org.mhpcheck.model.design.Change;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.design.Option;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.kernel.Errno;
import org.mhpcheck.model.kernel.Step;
import org.mhpcheck.model.state.Geometry;

/** Who calls: which calls there are, when they are made, and what they do. */
public enum Caller {
  /**
   * __add_pages() and __remove_pages() on any range, legal or not, with any altmap: an adversary.
   * It owns nothing and asks nothing, and its removes need not mirror its adds; nor does it keep a
   * linear mapping.
   */
  DIRECT(
      "direct",
      "any call, legal or not",
      false,
      Operation.ARCH_ADD_MEMORY,
      Operation.ARCH_REMOVE_MEMORY) {
    @Override
    public List<Condition> conditions(Call call, Machine machine) {
      return List.of();
    }

    @Override
    public Plan plan(Call call, Machine machine) {
      MemoryHotplug hotplug = new MemoryHotplug(machine);
      Function<Errno, Plan> failed = Plan.Done::new;
      Plan done = new Plan.Done(Errno.OK);
      return call.operation().adds()
          ? hotplug.__add_pages(Range.of(call), call.altmap(), failed, done)
          : hotplug.__remove_pages(Range.of(call), call.altmap(), done);
    }

    @Override
    public List<Altmap> altmaps(Operation operation, List<Altmap> asked) {
      return asToldOnRemove(operation, asked);
    }

    /** Parts of sections too where check_pfn_span() is there to turn them away. */
    @Override
    boolean hasRange(Call call, Machine machine) {
      boolean turnedAway =
          machine.design().has(Change.SUBSECTION_HOTPLUG) && call.from() < call.to();
      return turnedAway || super.hasRange(call, machine);
    }
  },

  /**
   * memremap_pages() and memunmap_pages(): adds only where the resource tree has no owner, removes
   * exactly what one add added, with the same altmap (mm/memremap.c).
   */
  DEVICE(
      "device", "what drivers may do", true, Operation.MEMREMAP_PAGES, Operation.MEMUNMAP_PAGES) {
    @Override
    public List<Condition> conditions(Call call, Machine machine) {
      return new Device(machine, false).conditions(call);
    }

    @Override
    public Plan plan(Call call, Machine machine) {
      return new Device(machine, false).plan(call);
    }

    /** A device's own memory is accessible: memremap_pages() never says otherwise. */
    @Override
    public List<Altmap> altmaps(Operation operation, List<Altmap> asked) {
      return asked.stream().filter(a -> a != Altmap.INACCESSIBLE).toList();
    }
  },

  /** The same of MEMORY_DEVICE_PRIVATE: no linear mapping, no altmap. */
  PRIVATE_DEVICE(
      "private-device",
      "what drivers may do with memory that the processor does not reach",
      true,
      Operation.MEMREMAP_PRIVATE_PAGES,
      Operation.MEMUNMAP_PRIVATE_PAGES) {
    @Override
    public List<Condition> conditions(Call call, Machine machine) {
      return new Device(machine, true).conditions(call);
    }

    @Override
    public Plan plan(Call call, Machine machine) {
      return new Device(machine, true).plan(call);
    }

    @Override
    public List<Altmap> altmaps(Operation operation, List<Altmap> asked) {
      return List.of(Altmap.NONE);
    }
  },

  /**
   * add_memory_resource(), online_pages(), offline_pages() and try_remove_memory() on whole memory
   * blocks, under their preconditions (mm/memory_hotplug.c). An altmap is memmap_on_memory.
   */
  MEMORY_BLOCK(
      "memory-block",
      "what is done with memory blocks",
      true,
      Operation.ADD_MEMORY,
      Operation.ONLINE_PAGES,
      Operation.OFFLINE_PAGES,
      Operation.REMOVE_MEMORY) {
    @Override
    public List<Condition> conditions(Call call, Machine machine) {
      return new MemoryBlock(machine).conditions(call);
    }

    @Override
    public Plan plan(Call call, Machine machine) {
      return new MemoryBlock(machine).plan(call);
    }

    @Override
    public List<Altmap> altmaps(Operation operation, List<Altmap> asked) {
      return operation == Operation.ADD_MEMORY || operation == Operation.REMOVE_MEMORY
          ? asToldOnRemove(operation, asked)
          : List.of(Altmap.NONE);
    }

    @Override
    boolean hasRange(Call call, Machine machine) {
      return new MemoryBlock(machine).isCall(call);
    }
  },

  /**
   * sparse_add_section() and sparse_remove_section() themselves, on any part of one section, with
   * nothing before them that turns anything away: not __add_section() of v5.2, and not
   * check_pfn_span(), so that no pages may be asked for, too.
   */
  SPARSE(
      "sparse",
      "mm/sparse.c itself, past all that guards it",
      false,
      Operation.SPARSE_ADD_SECTION,
      Operation.SPARSE_REMOVE_SECTION) {
    @Override
    public List<Condition> conditions(Call call, Machine machine) {
      return List.of();
    }

    @Override
    public Plan plan(Call call, Machine machine) {
      Chunk chunk = Range.of(call).chunks(machine.geometry()).get(0);
      Step.Kind kind = call.operation().adds() ? Step.Kind.ADD : Step.Kind.REMOVE;
      return Plan.returning(chunk.section(), new Step(kind, chunk.range(), call.altmap()));
    }

    @Override
    public List<Altmap> altmaps(Operation operation, List<Altmap> asked) {
      return asToldOnRemove(operation, asked);
    }

    @Override
    boolean hasRange(Call call, Machine machine) {
      int size = machine.geometry().subsections();
      if (call.from() == call.to()) {
        return call.from() % size == 0 && addsParts(machine);
      }
      return call.from() / size == (call.to() - 1) / size && super.hasRange(call, machine);
    }
  };

  private final String callerName;
  private final String text;
  private final boolean owns;
  private final List<Operation> operations;

  Caller(String callerName, String text, boolean owns, Operation... operations) {
    this.callerName = callerName;
    this.text = text;
    this.owns = owns;
    this.operations = List.of(operations);
  }

  public String callerName() {
    return callerName;
  }

  /** Which calls it makes, in words. */
  public String text() {
    return text;
  }

  /** Whether its preconditions ask who owns what, so that owners have to be kept. */
  public boolean owns() {
    return owns;
  }

  public List<Operation> operations() {
    return operations;
  }

  /** The calls without an altmap, as {@link #calls(Machine, List)} has them. */
  public List<Call> calls(Machine machine) {
    return calls(machine, List.of(Altmap.NONE));
  }

  /**
   * The calls that could be made: every range, adds first, with each altmap of those asked that
   * this caller has. Long ranges come before short ones, so that of several shortest traces the one
   * of whole sections is told.
   */
  public List<Call> calls(Machine machine, List<Altmap> altmaps) {
    Geometry geometry = machine.geometry();
    List<Call> calls = new ArrayList<>();
    for (Operation operation : operations) {
      for (Altmap altmap : altmaps(operation, altmaps)) {
        for (int from = 0; from < geometry.total(); from++) {
          for (int to = geometry.total(); to >= from; to--) {
            Call call = new Call(operation, from, to, altmap);
            if (isCall(call, machine)) {
              calls.add(call);
            }
          }
        }
      }
    }
    return calls;
  }

  /** Whether there is such a call on such a machine, whatever state it is in. */
  public boolean isCall(Call call, Machine machine) {
    return machine.design().options().containsAll(call.operation().needs())
        && hasRange(call, machine);
  }

  /** Why it makes no call of a kernel of {@code design}; empty if it makes some. */
  public Optional<String> refusedBy(Design design) {
    Optional<Option> missing =
        Stream.of(Option.values())
            .filter(o -> !design.has(o) && operations.stream().allMatch(p -> p.needs().contains(o)))
            .findFirst();
    return missing.map(
        o -> "%s has no caller %s: that needs %s".formatted(design.name(), callerName, o.config()));
  }

  /** Whether it makes such calls of that range. */
  boolean hasRange(Call call, Machine machine) {
    return call.from() < call.to()
        && (addsParts(machine) || Range.of(call).isWholeSections(machine.geometry()));
  }

  /** Whether less than a section can be added, which came with the series, and needs VMEMMAP. */
  static boolean addsParts(Machine machine) {
    return machine.design().has(Change.SUBSECTION_HOTPLUG) && machine.design().has(Option.VMEMMAP);
  }

  /** To a remove an altmap is an altmap, accessible or not. */
  static List<Altmap> asToldOnRemove(Operation operation, List<Altmap> asked) {
    return asked.stream()
        .map(a -> !operation.adds() && a.isGiven() ? Altmap.ALTMAP : a)
        .distinct()
        .toList();
  }

  /** What this caller makes such a call with, of the altmaps {@code asked}. */
  public abstract List<Altmap> altmaps(Operation operation, List<Altmap> asked);

  /** What has to hold of the sections, all of it, for the call to be made. */
  public abstract List<Condition> conditions(Call call, Machine machine);

  /** What the call does. */
  public abstract Plan plan(Call call, Machine machine);

  /** The caller that makes this kind of call. */
  public static Caller of(Operation operation) {
    return Stream.of(values())
        .filter(c -> c.operations.contains(operation))
        .findFirst()
        .orElseThrow();
  }
}
