package org.sipbond.core.config;

import java.util.regex.Pattern;

/** Names that a document gives to listeners, bonds and next hops. */
final class Name {
  static final String ALLOWED = "a name of letters, digits, hyphen and underscore, such as ext-udp";
  private static final Pattern PATTERN = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private Name() {}

  /** Whether {@code value} has a good name; a bad one is noted. */
  static boolean check(String name, Value value) {
    boolean good = PATTERN.matcher(name).matches();
    if (!good) {
      value.refused("the name " + Value.quoted(name), ALLOWED);
    }
    return good;
  }
}
