package org.sipbond.core.net;

import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A host and a port, as in {@code sent-by} of a Via header (RFC 3261 §25.1).
 *
 * @param host an IP literal (IPv6 without brackets, in the form of RFC 5952) or a host name
 * @param port 1 to 65535
 */
public record HostPort(String host, int port) {
  private static final int MAX_PORT = 65535;

  /** RFC 1035 §2.3.4. */
  private static final int MAX_NAME = 255;

  private static final Pattern NAME =
      Pattern.compile(
          "([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\\.)*[A-Za-z]([A-Za-z0-9-]*[A-Za-z0-9])?\\.?");

  public HostPort {
    String given = host;
    host = canonicalHost(host).orElseThrow(() -> new IllegalArgumentException(notAHost(given)));
    checkPort(port);
  }

  /** The host and port of a socket address. */
  public static HostPort of(InetAddress address, int port) {
    return new HostPort(IpLiteral.text(address), port);
  }

  /** Reads {@code host:port}, IPv6 in brackets; empty when the text is anything else. */
  public static Optional<HostPort> parse(String text) {
    int colon = text.lastIndexOf(':');
    if (colon < 0) {
      return Optional.empty();
    }
    String host = text.substring(0, colon);
    if (host.indexOf(':') >= 0 && !host.startsWith("[")) {
      return Optional.empty();
    }
    return canonicalHost(host)
        .flatMap(
            name -> parsePort(text.substring(colon + 1)).map(port -> new HostPort(name, port)));
  }

  /**
   * The host as values hold it: an IP literal in the form of RFC 5952 without brackets, or a host
   * name as given. Empty when the text is neither; {@code 192.0.2.300} is neither, because the last
   * label of a name starts with a letter (RFC 3261 §25.1).
   */
  public static Optional<String> canonicalHost(String text) {
    return IpLiteral.parse(text)
        .map(IpLiteral::text)
        .or(() -> Optional.of(text).filter(HostPort::isName));
  }

  /** The port that {@code text} is, in decimal digits; empty unless 1 to 65535. */
  public static Optional<Integer> parsePort(String text) {
    return Optional.of(text)
        .filter(digits -> digits.matches("[1-9][0-9]{0,4}"))
        .map(Integer::valueOf)
        .filter(port -> port <= MAX_PORT);
  }

  private static boolean isName(String text) {
    return text.length() <= MAX_NAME && NAME.matcher(text).matches();
  }

  /** The notation of a socket address without the cost of a value: {@code [2001:db8::1]:5061}. */
  public static String text(InetAddress address, int port) {
    return text(IpLiteral.text(address), port);
  }

  private static String text(String host, int port) {
    return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
  }

  /** Fails unless {@code port} is 1 to 65535. */
  public static void checkPort(int port) {
    if (port < 1 || port > MAX_PORT) {
      throw new IllegalArgumentException("port is " + port + "; allowed: 1 to " + MAX_PORT);
    }
  }

  private static String notAHost(String text) {
    return "host is \"" + text + "\"; allowed: an IP address or a host name";
  }

  /** {@code 198.51.100.7:5060} or {@code [2001:db8::1]:5061}. */
  @Override
  public String toString() {
    return text(host, port);
  }
}
