package org.sipbond.core.b2bua;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How it is found out that the peer of a leg without a session timer is gone. */
public record Keepalive(Duration interval, Method method) {
  public static final Keepalive DEFAULT = new Keepalive(Duration.ofMinutes(5), Method.OPTIONS);

  /** What the peer is asked with. */
  public enum Method {
    /** OPTIONS within the dialog. */
    OPTIONS,
    /** INVITE within the dialog, with the session description that it had last. */
    REINVITE,
    /** It is not asked. */
    OFF;

    /** That of the configuration. */
    public static Optional<Method> named(String word) {
      return Arrays.stream(values()).filter(one -> one.toString().equals(word)).findFirst();
    }

    public static List<String> names() {
      return Arrays.stream(values()).map(Method::toString).toList();
    }

    /** As the configuration has it. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
