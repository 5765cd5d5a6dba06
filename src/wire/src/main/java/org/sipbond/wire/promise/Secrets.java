package org.sipbond.wire.promise;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sipbond.core.bond.Listener;
import org.sipbond.core.net.HostPort;
import org.sipbond.core.net.IpLiteral;
import org.sipbond.wire.SipText;
import org.sipbond.wire.WireMessage;

/**
 * What must not be seen outside of a side.
 *
 * @param owner the side's name
 * @param callIds of its messages
 * @param tags of its messages
 * @param branches of its messages
 * @param addresses hosts of its members and peers; {@code host:port} where the host alone is no
 *     secret because the other side is on it too
 */
record Secrets(
    String owner,
    Set<String> callIds,
    Set<String> tags,
    Set<String> branches,
    Set<String> addresses) {

  static Secrets of(Side owner, Side from, List<WireMessage> messages) {
    Set<String> callIds = new HashSet<>();
    Set<String> tags = new HashSet<>();
    Set<String> branches = new HashSet<>();
    for (WireMessage message : messages) {
      SipText text = message.text();
      text.callId().ifPresent(callIds::add);
      text.fromTag().ifPresent(tags::add);
      text.toTag().ifPresent(tags::add);
      text.vias().forEach(via -> via.branch().ifPresent(branches::add));
    }
    return new Secrets(owner.name(), callIds, tags, branches, addresses(owner, from));
  }

  /** What that token is of the owner, as in {@code call-id x of intern}; empty when nothing. */
  Optional<String> identifier(String token) {
    if (callIds.contains(token)) {
      return Optional.of("call-id " + token + " of " + owner);
    }
    if (tags.contains(token)) {
      return Optional.of("tag " + token + " of " + owner);
    }
    return Optional.of(token)
        .filter(branches::contains)
        .map(found -> "branch " + found + " of " + owner);
  }

  /** What that host, or host with port, is of the owner; empty when nothing. */
  Optional<String> address(String text) {
    return Optional.of(text)
        .filter(addresses::contains)
        .map(found -> "address " + found + " of " + owner);
  }

  private static Set<String> addresses(Side owner, Side from) {
    Set<String> shared = new HashSet<>();
    hostPorts(from).forEach(hostPort -> shared.add(hostPort.host()));
    from.peers().hosts().forEach(host -> shared.add(IpLiteral.text(host)));
    Set<String> secret = new LinkedHashSet<>();
    for (HostPort hostPort : hostPorts(owner)) {
      secret.add(shared.contains(hostPort.host()) ? hostPort.toString() : hostPort.host());
    }
    for (InetAddress host : owner.peers().hosts()) {
      secret.add(IpLiteral.text(host));
    }
    hostPorts(from).forEach(hostPort -> secret.remove(hostPort.toString()));
    secret.removeAll(shared);
    return secret;
  }

  private static List<HostPort> hostPorts(Side side) {
    Set<HostPort> all = new LinkedHashSet<>();
    for (Listener member : side.members()) {
      all.add(HostPort.of(member.address(), member.port()));
      all.add(member.advertised());
    }
    for (InetSocketAddress socket : side.peers().sockets()) {
      all.add(HostPort.of(socket.getAddress(), socket.getPort()));
    }
    return List.copyOf(all);
  }
}
