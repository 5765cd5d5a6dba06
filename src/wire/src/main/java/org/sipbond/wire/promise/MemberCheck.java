package org.sipbond.wire.promise;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sipbond.core.bond.Listener;
import org.sipbond.core.net.Transport;
import org.sipbond.wire.NameAddr;
import org.sipbond.wire.SipText;
import org.sipbond.wire.SipUri;
import org.sipbond.wire.Via;
import org.sipbond.wire.WireMessage;

/** One member, everywhere: in the source address, and in what the message says of its sender. */
final class MemberCheck {
  private final Side side;
  private final Map<String, InetSocketAddress> receivedAt = new HashMap<>();
  private final Set<String> routesOfPeers = new HashSet<>();
  private final Map<String, Listener> memberOf = new HashMap<>();

  MemberCheck(Side side, List<WireMessage> received) {
    this.side = side;
    for (WireMessage message : received) {
      SipText text = message.text();
      routesOfPeers.addAll(text.values("Record-Route"));
      routesOfPeers.addAll(text.values("Path"));
      if (text.isRequest()) {
        receivedAt.putIfAbsent(transaction(text), message.destination());
      }
    }
  }

  /** To be asked in the order of the messages: a dialog's first member is its only one. */
  List<Violation> faults(WireMessage message) {
    List<String> faults = new ArrayList<>();
    Optional<Listener> sender = sender(message);
    if (sender.isEmpty()) {
      faults.add(
          "source is %s %s; allowed: %s"
              .formatted(
                  message.transport(),
                  WireMessage.text(message.source()),
                  side.members().stream().map(Listener::notation).toList()));
    } else {
      Listener member = sender.get();
      via(message.text(), member, faults);
      contact(message.text(), member, faults);
      routes("Record-Route", message.text(), member, faults);
      routes("Path", message.text(), member, faults);
      responseSource(message, faults);
      sameMember(message.text(), member, faults);
    }
    return faults.stream()
        .map(fault -> new Violation(side.name(), fault, message.toString()))
        .toList();
  }

  /** Over TCP a connection of our own comes from any port, so there the address decides. */
  private Optional<Listener> sender(WireMessage message) {
    List<Listener> able =
        side.members().stream()
            .filter(member -> member.transport() == message.transport())
            .filter(member -> member.address().equals(message.source().getAddress()))
            .filter(
                member ->
                    member.transport() != Transport.UDP
                        || member.port() == message.source().getPort())
            .toList();
    Optional<Listener> bySocket =
        able.stream().filter(member -> member.port() == message.source().getPort()).findFirst();
    return bySocket
        .or(() -> able.stream().filter(member -> signs(member, message.text())).findFirst())
        .or(() -> able.stream().findFirst());
  }

  private static boolean signs(Listener member, SipText text) {
    return text.topVia().map(Via::sentBy).filter(member.advertised()::equals).isPresent();
  }

  private static void via(SipText text, Listener member, List<String> faults) {
    if (text.isRequest()) {
      String found =
          text.topVia().map(via -> via.transport() + ":" + via.sentBy()).orElse("unreadable");
      expect("via", found, member, faults);
    }
  }

  /** REGISTER and redirections carry the Contact of others. See RFC 3261 §10 and §8.1.3.4. */
  private static void contact(SipText text, Listener member, List<String> faults) {
    boolean ofOthers = text.method().equals("REGISTER") || text.status() >= 300;
    if (!ofOthers) {
      text.addresses("Contact")
          .forEach(contact -> expect("contact", written(contact), member, faults));
    }
  }

  private void routes(String header, SipText text, Listener member, List<String> faults) {
    text.values(header).stream()
        .filter(value -> !routesOfPeers.contains(value))
        .map(NameAddr::parse)
        .forEach(route -> expect(header.toLowerCase(Locale.ROOT), written(route), member, faults));
  }

  private void responseSource(WireMessage message, List<String> faults) {
    InetSocketAddress asked = receivedAt.get(transaction(message.text()));
    if (!message.text().isRequest() && asked != null && !asked.equals(message.source())) {
      faults.add(
          "response comes from %s; allowed: %s, where the request came in"
              .formatted(WireMessage.text(message.source()), WireMessage.text(asked)));
    }
  }

  private void sameMember(SipText text, Listener member, List<String> faults) {
    String dialog = dialog(text);
    Listener first = memberOf.getOrDefault(dialog, member);
    if (!dialog.isEmpty()) {
      memberOf.put(dialog, first);
    }
    if (!first.equals(member)) {
      faults.add("dialog began at " + first.notation() + " and goes on at " + member.notation());
    }
  }

  private static void expect(String what, String found, Listener member, List<String> faults) {
    String allowed = member.transport() + ":" + member.advertised();
    if (!found.equals(allowed)) {
      faults.add("%s is %s; allowed: %s, of %s".formatted(what, found, allowed, member));
    }
  }

  private static String written(NameAddr address) {
    Optional<SipUri> uri = address.sipUri();
    return uri.map(read -> read.transport() + ":" + read.hostPort()).orElse(address.uri());
  }

  private static String transaction(SipText text) {
    return text.topVia().flatMap(Via::branch).orElse("") + " " + text.method();
  }

  /** Empty while there is no dialog: until then a failover may change the member. */
  private static String dialog(SipText text) {
    if (text.fromTag().isEmpty() || text.toTag().isEmpty()) {
      return "";
    }
    List<String> tags = List.of(text.fromTag().get(), text.toTag().get());
    return text.callId().orElse("") + tags.stream().sorted().toList();
  }
}
