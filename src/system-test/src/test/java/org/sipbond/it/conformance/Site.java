package org.sipbond.it.conformance;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.sipbond.container.ContainerException;
import org.sipbond.core.net.Transport;
import org.sipbond.it.FreePorts;
import org.sipbond.it.Medium;
import org.sipbond.it.Server;
import org.sipbond.testkit.certificate.Authority;
import org.sipbond.wire.agent.Answering;
import org.sipbond.wire.agent.UserAgent;

/**
 * One deployed server with two bonds, each with a member for every medium, and on each side one
 * agent for every medium, who stays from the first cell to the last. A request to a user such as
 * {@code udp4-anybody} goes to the agent of that medium on the other side.
 */
final class Site implements AutoCloseable {
  private static final int INTERN = 11;
  private static final int EXTERN = 12;
  private static final int AGENTS_OF_INTERN = 31;
  private static final int AGENTS_OF_EXTERN = 32;

  private final Map<Medium, Tape> intern = new EnumMap<>(Medium.class);
  private final Map<Medium, Tape> extern = new EnumMap<>(Medium.class);
  private final Server server;

  private Site(Server server) {
    this.server = server;
  }

  static Site open(Path base) throws IOException, ContainerException {
    Path conf = Files.createDirectories(base.resolve("conf"));
    Authority authority = Authority.in(conf, "authority");
    authority.issue("sbc", "DNS:sbc.example.com");
    FreePorts ports = new FreePorts();
    Map<Medium, InetSocketAddress> insiders = sockets(ports, AGENTS_OF_INTERN);
    Map<Medium, InetSocketAddress> outsiders = sockets(ports, AGENTS_OF_EXTERN);
    String document = document(sockets(ports, INTERN), sockets(ports, EXTERN), insiders, outsiders);
    Site site = new Site(Server.start(base, document));
    open(site.intern, "alice", insiders, authority);
    open(site.extern, "bob", outsiders, authority);
    return site;
  }

  Server server() {
    return server;
  }

  /** Of the agent on that side. */
  Tape tape(String bond, Medium medium) {
    return Objects.requireNonNull((bond.equals("intern") ? intern : extern).get(medium));
  }

  /** {@code int-udp4} or {@code ext-udp4}. */
  static String listener(String bond, Medium medium) {
    return bond.substring(0, 3) + "-" + medium;
  }

  @Override
  public void close() throws ContainerException {
    Stream.of(intern, extern)
        .flatMap(side -> side.values().stream())
        .forEach(tape -> tape.agent().close());
    server.close();
  }

  private static void open(
      Map<Medium, Tape> side,
      String name,
      Map<Medium, InetSocketAddress> sockets,
      Authority authority)
      throws IOException {
    for (Map.Entry<Medium, InetSocketAddress> each : sockets.entrySet()) {
      InetAddress address = each.getValue().getAddress();
      int port = each.getValue().getPort();
      Transport transport = each.getKey().transport();
      UserAgent agent =
          transport == Transport.TLS
              ? UserAgent.openTls(
                  name, address, port, context(authority, name, address), new SSLParameters())
              : UserAgent.open(name, transport, address, port);
      agent.answerCalls(Answering.silent());
      side.put(each.getKey(), new Tape(agent));
    }
  }

  private static SSLContext context(Authority authority, String name, InetAddress address)
      throws IOException {
    return authority.issue(name, "IP:" + address.getHostAddress()).context(authority.certificate());
  }

  private static Map<Medium, InetSocketAddress> sockets(FreePorts ports, int host) {
    Map<Medium, InetSocketAddress> sockets = new EnumMap<>(Medium.class);
    for (Medium medium : Medium.values()) {
      sockets.put(medium, ports.on(medium.address(host)));
    }
    return sockets;
  }

  private static String document(
      Map<Medium, InetSocketAddress> intern,
      Map<Medium, InetSocketAddress> extern,
      Map<Medium, InetSocketAddress> insiders,
      Map<Medium, InetSocketAddress> outsiders) {
    return """
        listeners {
        %s}
        tls { certificate = sbc.pem, key = sbc.key, trust = authority.pem }
        bonds {
          intern = [%s]
          extern = [%s]
        }
        next-hops {
        %s}
        rules = [
        %s]
        """
        .formatted(
            each("  int-%1$s = \"%2$s\"\n", intern) + each("  ext-%1$s = \"%2$s\"\n", extern),
            each("int-%1$s, ", intern),
            each("ext-%1$s, ", extern),
            each("  in-%1$s = \"%3$s\"\n", insiders) + each("  out-%1$s = \"%3$s\"\n", outsiders),
            each(
                    "  { from = intern, to = extern, user = \"%1$s-*\", next-hop = out-%1$s }\n",
                    outsiders)
                + each(
                    "  { from = extern, to = intern, user = \"%1$s-*\", next-hop = in-%1$s }\n",
                    insiders));
  }

  private static String each(String format, Map<Medium, InetSocketAddress> sockets) {
    StringBuilder text = new StringBuilder();
    sockets.forEach(
        (medium, socket) ->
            text.append(format.formatted(medium, medium.notation(socket), medium.uri(socket))));
    return text.toString().replaceFirst(", $", "");
  }
}
