package org.mhpcheck.checker.bind.source;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mhpcheck.checker.bind.shim.Resources;
import org.mhpcheck.checker.bind.source.Item.Kind;
import org.mhpcheck.checker.bind.tool.Digest;
import org.mhpcheck.model.kernel.Place;

/**
 * The part of a kernel that some functions need.
 *
 * @param items in the order of the files, then of lines
 * @param roots what each root is called in this tree
 * @param shimmed the names mentioned that the prelude provides in the kernel's place
 */
record Slice(List<Item> items, Map<Root, Item> roots, Set<String> shimmed) {
  private static final Pattern TAG = Pattern.compile("\\b(struct|union)\\s+([A-Za-z_]\\w*)");
  private static final Pattern INACCESSIBLE = Pattern.compile("\\binaccessible\\b");

  /** The last of the files, so that what stands before its functions touches no others. */
  private static final String LOOPS = "mm/memory_hotplug.c";

  /** What this tree has of that which not every tree has. */
  Set<Feature> features() {
    Set<Feature> features = EnumSet.noneOf(Feature.class);
    if (items.stream()
        .filter(i -> i.names().contains("vmem_altmap"))
        .anyMatch(i -> INACCESSIBLE.matcher(i.code()).find())) {
      features.add(Feature.INACCESSIBLE_ALTMAP);
    }
    if (shimmed.contains("memmap_pages_add")) {
      features.add(Feature.COUNTED_MEMMAP);
    }
    if (place("section_taint_zone_device").isPresent()) {
      features.add(Feature.TAINTED_SECTIONS);
    }
    return features;
  }

  /** Those of its items that are functions. */
  List<KernelFunction> functions() {
    return of(Kind.FUNCTION).stream()
        .map(i -> new KernelFunction(i.name(), i.file(), i.line(), i.lastLine()))
        .toList();
  }

  /** The names of one kind that are the kernel's own. */
  Set<String> real(Kind kind) {
    Set<String> names = new TreeSet<>();
    of(kind).forEach(i -> names.addAll(i.names()));
    return names;
  }

  /** The SHA-256 of the {@link TokenText} of each of its items of some kinds, by its name. */
  Map<String, String> digests(Set<Kind> kinds) {
    Map<String, StringBuilder> texts = new TreeMap<>();
    for (Item item : items) {
      if (kinds.contains(item.kind())) {
        // Some macros are defined twice, alike.
        texts
            .computeIfAbsent(item.name(), n -> new StringBuilder())
            .append(TokenText.of(item.code()))
            .append('\n');
      }
    }
    Map<String, String> digests = new TreeMap<>();
    texts.forEach((name, text) -> digests.put(name, Digest.sha256(text.toString())));
    return digests;
  }

  /** Where the root of this name stands; empty if it is none. */
  Optional<Place> place(String root) {
    return roots.entrySet().stream()
        .filter(e -> e.getKey().name().equals(root))
        .map(Map.Entry::getValue)
        .map(i -> new Place(i.name(), i.file(), lineOfName(i)))
        .findFirst();
  }

  private static int lineOfName(Item item) {
    return item.kind() == Kind.FUNCTION ? item.lineOfName() : item.line();
  }

  /** As one C text, each item under a {@code #line} that leads to where it stands in the tree. */
  String toC() {
    StringBuilder c = new StringBuilder();
    roots.forEach(
        (root, item) -> {
          c.append("#define mhp_root_%s %s\n".formatted(root.name(), item.name()));
          if (item.kind() == Kind.FUNCTION) {
            c.append("#define mhp_parameters_%s %d\n".formatted(root.name(), item.parameters()));
          }
        });
    features().forEach(f -> c.append("#define %s 1\n".formatted(f.macro())));
    Set<String> tags = new TreeSet<>();
    for (Item item : items) {
      Matcher tag = TAG.matcher(item.code());
      while (tag.find()) {
        tags.add(tag.group(1) + " " + tag.group(2));
      }
    }
    tags.forEach(t -> c.append(t).append(";\n"));
    appendAll(c, Kind.MACRO);
    appendAll(c, Kind.TYPE);
    // Variables may be initialised with functions.
    of(Kind.FUNCTION).forEach(f -> append(c, f, f.prototype()));
    appendAll(c, Kind.VARIABLE);
    boolean inLoops = false;
    for (Item function : of(Kind.FUNCTION)) {
      if (!inLoops && function.file().equals(LOOPS)) {
        c.append("#include \"%s\"\n".formatted(Resources.STEPS));
        inLoops = true;
      }
      append(c, function, function.text());
    }
    return c.toString();
  }

  private List<Item> of(Kind kind) {
    return items.stream().filter(i -> i.kind() == kind).toList();
  }

  private void appendAll(StringBuilder c, Kind kind) {
    of(kind).forEach(i -> append(c, i, i.text()));
  }

  private static void append(StringBuilder c, Item item, String text) {
    c.append("#line %d \"%s\"\n".formatted(item.line(), item.file())).append(text.strip());
    c.append('\n');
  }
}
