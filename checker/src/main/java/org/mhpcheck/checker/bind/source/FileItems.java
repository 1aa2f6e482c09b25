package org.mhpcheck.checker.bind.source;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import java.nio.file.Path;
import java.util.List;
import org.mhpcheck.checker.bind.shim.Resources;
import org.mhpcheck.checker.bind.tool.Configuration;
import org.mhpcheck.checker.bind.tool.Gcc;

/**
 * Files of a tree as items. The same files are asked for sections, for spans and for placements,
 * and trees that are compared have most of them in common: what was read of a file is kept by what
 * it follows from.
 */
final class FileItems {
  /** Of a few trees all that is read. */
  private static final int MOST = 64;

  private static final Cache<Key, List<Item>> KNOWN =
      CacheBuilder.newBuilder().maximumSize(MOST).build();

  private record Key(String file, String sha256, Configuration configuration, String compiler) {}

  private FileItems() {}

  /**
   * The items of a file.
   *
   * @param sha256 of {@code text}
   * @param headers the directory of our own headers
   * @param compiler gcc's version
   */
  static List<Item> of(
      String text,
      String sha256,
      String file,
      Path headers,
      Configuration configuration,
      String compiler) {
    Key key = new Key(file, sha256, configuration, compiler);
    List<Item> items = KNOWN.getIfPresent(key);
    if (items == null) {
      items = List.copyOf(read(text, file, headers, configuration));
      KNOWN.put(key, items);
    }
    return items;
  }

  private static List<Item> read(
      String text, String file, Path headers, Configuration configuration) {
    // Some trees were checked out with the line ends of another system.
    String lines = text.replace("\r\n", "\n");
    return ItemSplitter.split(
        Gcc.decideConditionals(lines, file, headers.resolve(Resources.CONFIG), configuration),
        file);
  }
}
