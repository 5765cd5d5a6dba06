package org.sipbond.core.b2bua;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who refreshes a session, by the part in the transaction that says so. See RFC 4028 §4. */
public enum Refresher {
  /** Whoever sent the request. */
  UAC,
  /** Whoever answers it. */
  UAS;

  static Optional<Refresher> named(String word) {
    return Arrays.stream(values()).filter(one -> one.name().equalsIgnoreCase(word)).findFirst();
  }

  /** As the parameter of Session-Expires has it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
