package org.sipbond.arquillian;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sipbond.core.bond.Listener;
import org.sipbond.core.net.HostPort;
import org.sipbond.core.net.IpLiteral;
import org.sipbond.core.net.Transport;

/**
 * Reads the properties of {@code arquillian.xml} and collects what is wrong with them:
 *
 * <ul>
 *   <li>{@code listeners}: {@code name=udp:127.0.0.1:5060}, one or more, apart by blanks or commas;
 *       without {@code name=} the notation is the name
 *   <li>{@code listenersWherePresent}: the same, left out where this machine lacks the address
 *   <li>{@code httpAddress}, {@code httpPort}: default 127.0.0.1 and any free port
 *   <li>{@code applicationRouter}: lines of the default application router (JSR 289 appendix C);
 *       default: everything to the application that was deployed last
 *   <li>{@code baseDirectory}: default target/container
 *   <li>{@code stackProperties}: lines {@code name=value} for the SIP stack
 * </ul>
 */
final class SettingsReader {
  private static final Set<String> KEYS =
      new TreeSet<>(
          Set.of(
              "applicationRouter",
              "baseDirectory",
              "httpAddress",
              "httpPort",
              "listeners",
              "listenersWherePresent",
              "stackProperties"));

  private final Map<String, String> properties;
  private final List<String> problems = new ArrayList<>();

  SettingsReader(Map<String, String> properties) {
    this.properties = new TreeMap<>(properties);
  }

  /** What is wrong, in the order found; empty until {@link #read} and when all is well. */
  List<String> problems() {
    return List.copyOf(problems);
  }

  /** Reads everything; a value that has a problem is replaced by its default. */
  Settings read() {
    problems.clear();
    properties.keySet().stream().filter(key -> !KEYS.contains(key)).forEach(this::unknown);
    return new Settings(
        listeners(),
        httpAddress(),
        httpPort(),
        value("applicationRouter").lines().map(String::strip).filter(l -> !l.isEmpty()).toList(),
        Path.of(value("baseDirectory").isEmpty() ? "target/container" : value("baseDirectory")),
        stackProperties());
  }

  private List<Listener> listeners() {
    List<Listener> listeners = new ArrayList<>(listeners("listeners"));
    listeners("listenersWherePresent").stream()
        .filter(listener -> LocalAddresses.has(listener.address()))
        .forEach(listeners::add);
    if (listeners.isEmpty()) {
      problem("listeners", "", "one or more of name=transport:address:port");
    }
    return listeners;
  }

  private List<Listener> listeners(String key) {
    List<Listener> listeners = new ArrayList<>();
    for (String text : value(key).split("[\\s,]+", 0)) {
      if (!text.isEmpty()) {
        listener(text)
            .ifPresentOrElse(
                listeners::add,
                () -> problem(key, text, "name=transport:address:port, as udp:127.0.0.1:5060"));
      }
    }
    return listeners;
  }

  private static Optional<Listener> listener(String text) {
    int equals = text.indexOf('=');
    String notation = text.substring(equals + 1);
    String name = equals > 0 ? text.substring(0, equals) : notation;
    int colon = notation.indexOf(':');
    if (colon < 0) {
      return Optional.empty();
    }
    return Transport.named(notation.substring(0, colon))
        .flatMap(
            transport ->
                HostPort.parse(notation.substring(colon + 1))
                    .flatMap(
                        at ->
                            IpLiteral.parse(at.host())
                                .map(ip -> Listener.of(name, transport, ip, at.port()))));
  }

  private InetAddress httpAddress() {
    String text = value("httpAddress");
    Optional<InetAddress> address = IpLiteral.parse(text);
    if (!text.isEmpty() && address.isEmpty()) {
      problem("httpAddress", text, "an IP address");
    }
    return address.orElseGet(InetAddress::getLoopbackAddress);
  }

  private int httpPort() {
    String text = value("httpPort");
    if (text.isEmpty() || text.equals("0")) {
      return 0;
    }
    Optional<Integer> port = HostPort.parsePort(text);
    if (port.isEmpty()) {
      problem("httpPort", text, "0 to 65535");
    }
    return port.orElse(0);
  }

  private Map<String, String> stackProperties() {
    Properties read = new Properties();
    try {
      read.load(new StringReader(value("stackProperties")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> stack = new TreeMap<>();
    read.stringPropertyNames().forEach(name -> stack.put(name, read.getProperty(name)));
    return stack;
  }

  private String value(String key) {
    return properties.getOrDefault(key, "").strip();
  }

  private void unknown(String key) {
    problems.add("property " + key + "; allowed: " + String.join(", ", KEYS));
  }

  private void problem(String key, String found, String allowed) {
    problems.add(key + ": found \"" + found + "\"; allowed: " + allowed);
  }
}
