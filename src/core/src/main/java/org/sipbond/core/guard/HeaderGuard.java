package org.sipbond.core.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sipbond.core.bond.Listener;
import org.sipbond.core.net.HostPort;
import org.sipbond.core.net.TargetUri;
import org.sipbond.core.net.Transport;

/**
 * Compares a message with the listener that sends it. Each of these has to be its advertised
 * address and its transport:
 *
 * <ul>
 *   <li>the topmost Via of a request; those of a response belong to whoever asked;
 *   <li>every Contact, but of REGISTER and of responses from 300 up, where it is somebody else's
 *       (RFC 3261 §10, §8.1.3.4);
 *   <li>the first Record-Route and the first Path of a request; those of a response came with the
 *       request.
 * </ul>
 *
 * Bodies are not looked at: addresses in SDP are the media's business.
 */
public final class HeaderGuard {
  private HeaderGuard() {}

  /** What is wrong; nothing where the message names {@code sender} everywhere. */
  public static List<Fault> faults(SentMessage message, Listener sender) {
    List<Fault> faults = new ArrayList<>();
    if (message.isRequest()) {
      first(message.values("Via", "v"))
          .ifPresent(via -> compare("via", sentBy(via), sender, faults));
      first(message.values("Record-Route", "Record-Route"))
          .ifPresent(route -> compare("record-route", uri(route), sender, faults));
      first(message.values("Path", "Path"))
          .ifPresent(path -> compare("path", uri(path), sender, faults));
    }
    if (!message.isRefusal() && !message.method().equals("REGISTER")) {
      for (String field : message.values("Contact", "m")) {
        HeaderValues.split(field)
            .forEach(contact -> compare("contact", uri(contact), sender, faults));
      }
    }
    return faults;
  }

  private static Optional<String> first(List<String> fields) {
    return fields.isEmpty()
        ? Optional.empty()
        : HeaderValues.split(fields.get(0)).stream().findFirst();
  }

  private static void compare(String header, String found, Listener sender, List<Fault> faults) {
    String allowed = sender.transport() + ":" + sender.advertised();
    if (!found.equalsIgnoreCase(allowed)) {
      faults.add(new Fault(header, found, allowed));
    }
  }

  /** {@code udp:192.0.2.4:5060} of {@code SIP/2.0/UDP 192.0.2.4;branch=z9hG4bK}. */
  private static String sentBy(String via) {
    int version = via.indexOf('/', via.indexOf('/') + 1);
    String[] parts = via.substring(version + 1).split(";", 2)[0].strip().split("\\s+", 2);
    Optional<Transport> transport = Transport.named(parts[0]);
    return parts.length < 2 || transport.isEmpty()
        ? via
        : transport.get() + ":" + withPort(parts[1].replace(" ", ""), transport.get());
  }

  private static String withPort(String hostPort, Transport transport) {
    boolean hasPort = hostPort.lastIndexOf(':') > hostPort.lastIndexOf(']');
    String whole = hasPort ? hostPort : hostPort + ":" + transport.defaultPort();
    return HostPort.parse(whole).map(HostPort::toString).orElse(whole);
  }

  /** The same of an address with a SIP URI in it. */
  private static String uri(String address) {
    int open = address.indexOf('<', HeaderValues.endOfQuotes(address));
    int close = address.indexOf('>', open);
    String uri =
        open >= 0 && close > open
            ? address.substring(open + 1, close)
            : address.split(";", 2)[0].strip();
    return TargetUri.parse(uri).flatMap(HeaderGuard::written).orElse(address);
  }

  private static Optional<String> written(TargetUri uri) {
    String named = uri.parameters().getOrDefault("transport", "udp");
    return Transport.named(named)
        .map(transport -> uri.secure() ? Transport.TLS : transport)
        .map(transport -> transport + ":" + hostPort(uri, transport));
  }

  private static String hostPort(TargetUri uri, Transport transport) {
    int port = uri.port() == TargetUri.NO_PORT ? transport.defaultPort() : uri.port();
    return withPort(
        (uri.host().indexOf(':') < 0 ? uri.host() : "[" + uri.host() + "]") + ":" + port,
        transport);
  }
}
