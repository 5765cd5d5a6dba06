package org.sipbond.core.explain;

import java.util.Locale;

/** Constants as they are written where people and programs read them. */
final class Label {
  private Label() {}

  /** {@code no-rule} for {@code NO_RULE}. */
  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
