package org.mhpcheck.checker.bind.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mhpcheck.checker.tool.Commands;

/**
 * An architecture as someone configures it, and what a tree's own headers and Kconfig files make of
 * that.
 *
 * @param directory under arch/
 * @param headers of that architecture, under include/asm; those of nobody's own by their path
 * @param symbols what is configured, without CONFIG_
 * @param given what only running finds out, such as {@code hpage_shift}
 */
record ArchConfiguration(
    String directory, List<String> headers, Set<String> symbols, Map<String, Integer> given) {
  /** Lines that go on with a backslash at their end are one. */
  private static final Pattern DIRECTIVE =
      Pattern.compile(
          "(?m)^[ \\t]*#[ \\t]*(?:define|undef|if|ifdef|ifndef|elif|else|endif)\\b"
              + "(?:.*\\\\\\n)*.*$");

  private static final int LARGEST = 64;

  static ArchConfiguration of(String directory, String headers, String symbols) {
    return new ArchConfiguration(
        directory,
        List.of(headers.split(" ")),
        new TreeSet<>(List.of(symbols.split(" "))),
        Map.of());
  }

  ArchConfiguration given(String name, int value) {
    return new ArchConfiguration(directory, headers, symbols, Map.of(name, value));
  }

  /** The numbers that headers define, by name, and 0 or 1 for what Kconfig has. */
  Map<String, Integer> numbers(KernelTree tree) {
    Kconfig kconfig = kconfig(tree);
    Map<String, Integer> config = new TreeMap<>(given);
    for (String symbol : symbols) {
      config.put("CONFIG_" + symbol.split("=")[0], symbol.contains("=") ? value(symbol) : 1);
    }
    for (String name : List.of("PAGE_SHIFT", "ARCH_FORCE_MAX_ORDER")) {
      kconfig.number(name, symbols).ifPresent(n -> config.put("CONFIG_" + name, n));
    }
    Map<String, Integer> numbers = new TreeMap<>();
    for (String name :
        List.of("PAGE_SHIFT", "SECTION_SIZE_BITS", "HPAGE_SHIFT", "MAX_PAGE_ORDER")) {
      if (!name.equals("HPAGE_SHIFT") || symbols.contains("HUGETLB_PAGE")) {
        number(name, config, tree).ifPresent(n -> numbers.put(name, n));
      }
    }
    boolean is64Bit = symbols.contains("64BIT");
    numbers.put("LONG_BYTES", is64Bit ? 8 : 4);
    numbers.put("VMEMMAP", kconfig.selects("SPARSEMEM_VMEMMAP_ENABLE", symbols) ? 1 : 0);
    boolean hotplugs = kconfig.selects("ARCH_ENABLE_MEMORY_HOTPLUG", symbols) && is64Bit;
    numbers.put("HOTPLUG", hotplugs ? 1 : 0);
    return numbers;
  }

  private static int value(String symbol) {
    return Integer.parseInt(symbol.substring(symbol.indexOf('=') + 1));
  }

  private Kconfig kconfig(KernelTree tree) {
    return new Kconfig(
        Stream.of("arch/Kconfig", "arch/%s/Kconfig", "arch/%s/mm/Kconfig")
            .flatMap(f -> tree.read(f.formatted(directory)).stream())
            .collect(Collectors.joining("\n")));
  }

  /** Asks the preprocessor which number it is: it knows what to do with shifts and brackets. */
  private Optional<Integer> number(String name, Map<String, Integer> config, KernelTree tree) {
    // What mmzone.h asks by IS_ENABLED(), no number follows from.
    StringBuilder source = new StringBuilder("#define __KERNEL__\n#define IS_ENABLED(option) 0\n");
    config.forEach((n, v) -> source.append("#define %s %d%n".formatted(n, v)));
    for (String path : paths()) {
      String header = tree.read(path).orElseThrow(() -> new IllegalStateException(path));
      DIRECTIVE.matcher(header).results().forEach(d -> source.append(d.group()).append('\n'));
    }
    source.append("#ifdef %s%n".formatted(name));
    for (int value = 0; value <= LARGEST; value++) {
      source.append("#if (%s) == %d%nnumber %d%n#endif%n".formatted(name, value, value));
    }
    source.append("#endif\n");
    Commands.Ended ended =
        Commands.run(
            List.of("gcc", "-E", "-P", "-undef", "-x", "c", "-"), source.toString(), Path.of("/"));
    if (ended.status() != 0) {
      throw new IllegalStateException(directory + ": " + ended.err());
    }
    return ended
        .out()
        .lines()
        .filter(l -> l.startsWith("number "))
        .map(l -> Integer.valueOf(l.substring("number ".length())))
        .findFirst();
  }

  private List<String> paths() {
    List<String> paths = new ArrayList<>();
    for (String header : headers) {
      paths.add(
          header.startsWith("include/")
              ? header
              : "arch/%s/include/asm/%s".formatted(directory, header));
    }
    paths.add("include/linux/mmzone.h");
    return paths;
  }
}
