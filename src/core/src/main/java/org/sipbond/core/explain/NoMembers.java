package org.sipbond.core.explain;

import java.util.List;
import java.util.stream.Collectors;
import org.sipbond.core.bond.Selection;

/** Why nothing is sent although there are destinations. */
final class NoMembers {
  /** RFC 3261 §21.5.3. */
  static final int STATUS = 502;

  static final String CAUSE = "no-member";

  private NoMembers() {}

  /** What the bond said of each destination, each thing once. */
  static String reason(List<Candidate> candidates) {
    return candidates.stream()
        .map(candidate -> candidate.selection().fold(chosen -> "", Selection.NoMember::reason))
        .distinct()
        .collect(Collectors.joining("; "));
  }
}
