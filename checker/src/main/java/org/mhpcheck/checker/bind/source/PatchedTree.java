package org.mhpcheck.checker.bind.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mhpcheck.checker.bind.tool.BindException;
import org.mhpcheck.checker.bind.tool.CacheDirectory;
import org.mhpcheck.checker.bind.tool.Digest;
import org.mhpcheck.checker.tool.Commands;
import org.mhpcheck.checker.tool.Commands.Ended;

/**
 * A copy of the files of a tree that are read, with a patch applied to them. The tree itself is
 * only read; the copy stands in the cache once all of the patch is in it.
 *
 * @param tree the copy
 * @param sha256 of the patch
 */
public record PatchedTree(KernelTree tree, String sha256) {

  /**
   * @param patch as git or diff writes it, to be applied with -p1
   * @param cache where the copy goes
   * @throws BindException if it cannot be read, does not apply, or changes nothing that is read
   */
  public static PatchedTree of(KernelTree tree, Path patch, Path cache) {
    String text = read(patch);
    PatchFile parsed = PatchFile.parse(patch.toString(), text);
    if (parsed.paths().isEmpty()) {
      throw new BindException(patch + ": found nothing that names a file, expected a patch");
    }
    List<String> readFiles = new ArrayList<>(KernelSource.FILES);
    readFiles.add(KernelTree.MAKEFILE);
    if (parsed.paths().stream().noneMatch(readFiles::contains)) {
      throw new BindException(
          "%s: touches no file that is read: it has %s; read are %s"
              .formatted(patch, String.join(", ", parsed.paths()), String.join(", ", readFiles)));
    }
    String restricted = parsed.restrictedTo(readFiles::contains);
    Map<String, String> before = texts(tree, readFiles);
    String sha256 = Digest.sha256(text.getBytes(StandardCharsets.ISO_8859_1));
    Path patched = CacheDirectory.make(cache.resolve("patched"));
    Path place = patched.resolve(Digest.key(before + restricted));
    String suffix = "+" + nameOf(patch);
    if (!Files.isDirectory(place)) {
      make(place, before, restricted, patch);
    }
    return new PatchedTree(new KernelTree(place, suffix), sha256);
  }

  /** Of {@code a/b/fix-it.patch}: {@code fix-it}. */
  private static String nameOf(Path patch) {
    String file = patch.toAbsolutePath().normalize().getFileName().toString();
    return file.replaceFirst("(?<=.)\\.(patch|diff|txt|mbox|eml)$", "")
        .replaceAll("[^A-Za-z0-9._-]", "-");
  }

  private static String read(Path patch) {
    if (Files.notExists(patch) || Files.isDirectory(patch)) {
      throw new BindException(
          "%s: found %s, expected a patch"
              .formatted(patch, Files.isDirectory(patch) ? "a directory" : "no such file"));
    }
    try {
      return Files.readString(patch, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new BindException("cannot read the patch %s: %s".formatted(patch, e.getMessage()), e);
    }
  }

  private static Map<String, String> texts(KernelTree tree, List<String> files) {
    Map<String, String> texts = new TreeMap<>();
    for (String file : files) {
      tree.read(file).ifPresent(text -> texts.put(file, text));
    }
    return texts;
  }

  private static void make(Path place, Map<String, String> before, String restricted, Path patch) {
    Path work = null;
    try {
      work = Files.createTempDirectory(place.getParent(), "apply-");
      for (Map.Entry<String, String> file : before.entrySet()) {
        Path copy = work.resolve(file.getKey());
        Files.createDirectories(copy.getParent());
        Files.writeString(copy, file.getValue(), StandardCharsets.ISO_8859_1);
      }
      apply(restricted, work, patch);
      if (texts(new KernelTree(work), List.copyOf(before.keySet())).equals(before)) {
        throw new BindException(patch + ": changes nothing in the files that are read");
      }
      move(work, place);
    } catch (IOException e) {
      throw CacheDirectory.unwritable(place.getParent(), e);
    } finally {
      if (work != null) {
        CacheDirectory.delete(work);
      }
    }
  }

  private static void apply(String restricted, Path work, Path patch) throws IOException {
    Path input = work.resolveSibling(work.getFileName() + ".patch");
    try {
      Files.writeString(input, restricted, StandardCharsets.ISO_8859_1);
      Ended ended = Commands.run(command(input, work), "", work);
      if (ended.status() != 0) {
        throw new BindException(
            "%s: does not apply:%n%s"
                .formatted(patch, (ended.out() + ended.err()).strip().replace(work + "/", "")));
      }
    } finally {
      Files.deleteIfExists(input);
    }
  }

  private static List<String> command(Path input, Path work) {
    if (Commands.isInstalled("git")) {
      // Should the cache lie within a repository, git is not to know: it would pass files over.
      return List.of(
          "env",
          "-u",
          "GIT_DIR",
          "-u",
          "GIT_WORK_TREE",
          "LC_ALL=C",
          "GIT_CEILING_DIRECTORIES=" + work.toAbsolutePath().getParent(),
          "git",
          "apply",
          "-p1",
          input.toAbsolutePath().toString());
    }
    if (Commands.isInstalled("patch")) {
      return List.of(
          "env",
          "LC_ALL=C",
          "patch",
          "-p1",
          "--batch",
          "--forward",
          "--fuzz=0",
          "--no-backup-if-mismatch",
          "--reject-file=-",
          "--input=" + input.toAbsolutePath());
    }
    throw new BindException("neither git nor patch is installed; --patch needs one of them");
  }

  /** Whoever else makes the same may have been faster. */
  private static void move(Path work, Path place) throws IOException {
    try {
      Files.move(work, place, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      if (!Files.isDirectory(place)) {
        throw e;
      }
    }
  }
}
