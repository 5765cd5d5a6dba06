package org.sipbond.core.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whether those who connect to a TLS listener have to show a certificate. */
public enum ClientAuth {
  NONE,
  OPTIONAL,
  REQUIRED;

  static Optional<ClientAuth> named(String name) {
    return Arrays.stream(values()).filter(value -> value.toString().equals(name)).findFirst();
  }

  static List<String> names() {
    return Arrays.stream(values()).map(ClientAuth::toString).toList();
  }

  /** As in the document: lower case. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
