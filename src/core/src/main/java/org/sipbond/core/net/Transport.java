package org.sipbond.core.net;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A SIP transport protocol, named as in a Via header. See RFC 3261 §18 and RFC 7118 §5. */
public enum Transport {
  UDP(5060, false),
  TCP(5060, true),
  TLS(5061, true),
  WS(80, true),
  WSS(443, true);

  private final int defaultPort;
  private final boolean reliable;

  Transport(int defaultPort, boolean reliable) {
    this.defaultPort = defaultPort;
    this.reliable = reliable;
  }

  /** The transport that {@code name} stands for, in any case; empty when there is none. */
  public static Optional<Transport> named(String name) {
    return Arrays.stream(values())
        .filter(transport -> transport.name().equalsIgnoreCase(name))
        .findFirst();
  }

  /** Every name that {@link #named} knows, in lower case, for messages that say what is allowed. */
  public static List<String> names() {
    return Arrays.stream(values()).map(Transport::toString).toList();
  }

  /** The port that a URI without one stands for. See RFC 3261 §19.1.2. */
  public int defaultPort() {
    return defaultPort;
  }

  /** Whether the transport itself repeats what was lost. See RFC 3261 §17. */
  public boolean reliable() {
    return reliable;
  }

  /** The name in the notation of the configuration file: lower case. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
