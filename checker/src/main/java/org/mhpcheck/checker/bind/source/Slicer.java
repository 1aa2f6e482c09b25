package org.mhpcheck.checker.bind.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.mhpcheck.checker.bind.source.Item.Kind;
import org.mhpcheck.checker.bind.source.Root.Form;
import org.mhpcheck.checker.bind.tool.BindException;

/**
 * Takes some functions out of a kernel, with all that they mention, and what that mentions, as far
 * as the prelude does not provide it.
 */
final class Slicer {
  private final List<Item> all;
  private final Map<String, List<Item>> definitions = new HashMap<>();
  private final Set<String> provided;

  /**
   * @param items of the kernel's files, in the order they are to be compiled in
   * @param prelude what stands in the kernel's place
   */
  Slicer(List<Item> items, List<Item> prelude) {
    this.all = List.copyOf(items);
    this.provided = new LinkedHashSet<>();
    prelude.forEach(i -> provided.addAll(i.names()));
    for (Item item : items) {
      for (String name : item.names()) {
        definitions.computeIfAbsent(name, n -> new ArrayList<>()).add(item);
      }
    }
  }

  /**
   * @throws BindException if a root is missing, or a function is defined twice
   */
  Slice slice(List<Root> roots) {
    Map<Root, Item> found = new LinkedHashMap<>();
    roots.forEach(r -> find(r).ifPresent(item -> found.put(r, item)));
    Set<String> shimmed = new TreeSet<>();
    Set<Item> kept = close(found.values(), shimmed);
    requireOnce(kept);
    return new Slice(all.stream().filter(kept::contains).toList(), found, shimmed);
  }

  private Optional<Item> find(Root root) {
    Optional<Item> found =
        root.names().stream()
            .flatMap(n -> definitions.getOrDefault(n, List.of()).stream())
            .filter(i -> isOf(root.form(), i.kind()))
            .findFirst();
    if (found.isEmpty() && root.form() != Form.FUNCTION_OR_NOTHING) {
      throw new BindException(
          "the tree has no function %s; expected it in %s"
              .formatted(String.join(" or ", root.names()), root.expectedIn()));
    }
    return found;
  }

  private static boolean isOf(Form form, Kind kind) {
    return kind == Kind.FUNCTION || kind == Kind.MACRO && form == Form.FUNCTION_OR_MACRO;
  }

  private Set<Item> close(Collection<Item> roots, Set<String> shimmed) {
    Set<Item> kept = new LinkedHashSet<>(roots);
    Deque<Item> todo = new ArrayDeque<>(kept);
    Set<String> names = new HashSet<>();
    while (!todo.isEmpty()) {
      for (String name : todo.remove().mentioned()) {
        if (provided.contains(name)) {
          shimmed.add(name);
        } else if (names.add(name)) {
          for (Item item : definitions.getOrDefault(name, List.of())) {
            if (kept.add(item)) {
              todo.add(item);
            }
          }
        }
      }
    }
    return kept;
  }

  /** Of a macro that two files define alike, one is as good as the other. */
  private static void requireOnce(Set<Item> kept) {
    Map<String, Item> defined = new HashMap<>();
    for (Item item : kept) {
      if (item.kind() == Kind.FUNCTION || item.kind() == Kind.MACRO) {
        String name = item.name();
        Item other = defined.put(name, item);
        if (other != null && !(item.kind() == Kind.MACRO && isSame(item, other))) {
          throw new BindException(
              "%s is defined twice: %s:%d and %s:%d"
                  .formatted(name, other.file(), other.line(), item.file(), item.line()));
        }
      }
    }
  }

  private static boolean isSame(Item one, Item other) {
    return one.code()
        .strip()
        .replaceAll("\\s+", " ")
        .equals(other.code().strip().replaceAll("\\s+", " "));
  }
}
