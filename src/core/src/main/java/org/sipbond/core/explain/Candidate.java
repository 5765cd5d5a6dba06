package org.sipbond.core.explain;

import org.sipbond.core.attempt.Turn;
import org.sipbond.core.bond.Selection;
import org.sipbond.core.net.Destination;
import org.sipbond.core.resolve.Trail;

/**
 * A destination as it stood when the explanation was made.
 *
 * @param trail how it was found
 * @param turn whether it comes last
 * @param selection what the bond answers for it
 */
public record Candidate(Trail trail, Turn turn, Selection selection) {

  public Destination destination() {
    return selection.fold(Selection.Chosen::destination, Selection.NoMember::destination);
  }
}
