package org.sipbond.core.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What becomes of a message that does not name the listener that sends it. */
public enum GuardMode {
  /** No message is looked at. */
  OFF,
  /** It is counted, told to the log once for each call, and sent: the default. */
  WARN,
  /** It is counted and told, and not sent. */
  BLOCK;

  /** The mode of that name in the configuration, which is in lower case. */
  static Optional<GuardMode> named(String name) {
    return Arrays.stream(values()).filter(mode -> mode.toString().equals(name)).findFirst();
  }

  /** Every name that {@link #named} knows. */
  static List<String> names() {
    return Arrays.stream(values()).map(GuardMode::toString).toList();
  }

  /** {@code off}, {@code warn} or {@code block}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
