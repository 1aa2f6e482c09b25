package org.mhpcheck.specs.corpus;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.mhpcheck.model.design.Change;

/**
 * One bug.
 *
 * @param id {@code B01} or {@code L01}
 * @param title one line
 * @param story what went wrong, who could meet it, and what mended it
 * @param functions the kernel's functions and types concerned, or a file where it is no one
 *     function's
 * @param affected which releases, in words
 * @param mender the catalogued change that mended it, where that is named after something else
 * @param brought the catalogued change that brought it, as the commit that mended it says
 * @param upstream what mended it upstream, if that is no catalogued change; else empty, as {@link
 *     #changes()} has it
 * @param confidence how what is told was read
 * @param absent why no scenario asks for it; empty if some do
 */
public record Entry(
    String id,
    String title,
    String story,
    List<String> functions,
    String affected,
    Optional<Change> mender,
    Optional<Change> brought,
    Optional<Fix> upstream,
    Change.Confidence confidence,
    Optional<String> absent) {

  public Entry {
    functions = ImmutableList.copyOf(functions);
  }

  /**
   * What mended a bug upstream.
   *
   * @param subject the commit's, or of the change as posted
   * @param hash twelve digits, where they are settled
   * @param release the first of Linus's that has it, {@code v5.9}
   */
  public record Fix(String subject, Optional<String> hash, Optional<String> release) {}

  /** Whether it is not mended upstream, or was only by chance. */
  public boolean isLatent() {
    return id.startsWith("L");
  }

  /** The folder that its scenarios stand in. */
  public String folder() {
    return isLatent() ? "latent" : "history";
  }

  private String prefix() {
    return id.toLowerCase(Locale.ROOT) + "-";
  }

  /**
   * The catalogued changes that bear its id, or the one that it names: of a bug of history those
   * that mended it, of a latent one those that brought it.
   */
  public List<Change> changes() {
    return Stream.concat(bearingItsId(), mender.stream()).toList();
  }

  /** What is known to have brought it: that, or of a latent bug what is catalogued for it. */
  public Optional<Change> broughtBy() {
    return isLatent() ? changes().stream().findFirst() : brought;
  }

  Stream<Change> bearingItsId() {
    return Stream.of(Change.values()).filter(c -> c.slug().startsWith(prefix()));
  }

  /** Whether the scenario {@code name} is about it. */
  public boolean owns(String name) {
    return name.startsWith(folder() + "/" + prefix());
  }

  /**
   * Which of {@code names} are about it: first the one that is named as one of its changes, if any
   * is, since that tells it whole; the others in their order.
   */
  public List<String> scenarios(List<String> names) {
    List<String> slugs = changes().stream().map(c -> folder() + "/" + c.slug()).toList();
    List<String> owned = names.stream().filter(this::owns).toList();
    return Stream.concat(
            owned.stream().filter(slugs::contains), owned.stream().filter(n -> !slugs.contains(n)))
        .toList();
  }
}
