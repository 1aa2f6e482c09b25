package org.mhpcheck.reports.html.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mhpcheck.model.answer.Space;
import org.mhpcheck.model.question.Scenario;
import org.mhpcheck.reports.text.QuestionText;

/**
 * A scenario with all that was found in it.
 *
 * @param anchor its name within the page
 */
public record ScenarioView(Scenario scenario, String anchor, List<FindingView> findings) {

  public String asked() {
    return QuestionText.of(scenario.question());
  }

  public boolean hasNews() {
    return findings.stream().anyMatch(FindingView::isNews);
  }

  /** {@code 12 answers, 1 not as expected}. */
  public String tally() {
    long news = findings.stream().filter(FindingView::isNews).count();
    return "%d %s%s"
        .formatted(
            findings.size(),
            findings.size() == 1 ? "answer" : "answers",
            news == 0 ? "" : ", %d to look at".formatted(news));
  }

  /** What was explored, once for all the properties that were asked of the same states. */
  public List<SpaceView> spaces() {
    List<SpaceView> views = new ArrayList<>();
    Optional<Space> last = Optional.empty();
    for (FindingView view : findings) {
      Optional<Space> space = view.finding().statistics().space();
      if (space.isPresent() && !space.equals(last)) {
        views.add(new SpaceView(view.finding().kernel(), space.get(), view.finding().statistics()));
      }
      last = space.isPresent() ? space : last;
    }
    return views;
  }
}
