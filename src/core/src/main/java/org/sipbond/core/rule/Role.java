package org.sipbond.core.rule;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What sipbond is for a request that a rule matched. */
public enum Role {
  /** Two legs, nothing of one side's topology in the other's messages (RFC 7092 §3.2). */
  B2BUA,
  /** A final answer and no second leg. */
  REJECT;

  /** The role of that name in the configuration, which is in lower case. */
  public static Optional<Role> named(String name) {
    return Arrays.stream(values()).filter(role -> role.toString().equals(name)).findFirst();
  }

  /** Every name that {@link #named} knows. */
  public static List<String> names() {
    return Arrays.stream(values()).map(Role::toString).toList();
  }

  /** {@code b2bua} or {@code reject}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
