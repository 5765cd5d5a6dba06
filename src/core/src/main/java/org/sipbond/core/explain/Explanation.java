package org.sipbond.core.explain;

import java.util.List;
import java.util.Optional;
import org.sipbond.core.attempt.Attempt;
import org.sipbond.core.json.Json;

/** Why something goes where it goes, or nowhere. */
public record Explanation(Inquiry inquiry, Outcome outcome) {

  /** The attempt that was made last, or would be made first; empty where nothing can be sent. */
  public Optional<Attempt> chosen() {
    return outcome.fold(
        refused -> Optional.empty(),
        pending -> Optional.empty(),
        unlocated -> Optional.empty(),
        Outcome.Located::chosen);
  }

  /**
   * The same with the attempts that the call has made so far; unchanged where there could be none.
   *
   * @param trials in the order of trying
   */
  public Explanation after(List<Trial> trials) {
    return outcome.fold(
        refused -> this,
        pending -> this,
        unlocated -> this,
        located ->
            new Explanation(
                inquiry,
                new Outcome.Located(
                    located.course(), located.resolution(), located.candidates(), trials)));
  }

  /** A tree of lines for a person, without a line end after its last line. */
  public String text() {
    return ExplanationTree.of(this).text();
  }

  /** An object with the fields that {@code src/docs/explain.md} lists. */
  public Json json() {
    return ExplanationJson.of(this);
  }
}
