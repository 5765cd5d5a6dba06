package org.sipbond.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sipbond.container.ContainerException;
import org.sipbond.container.SipContainer;
import org.sipbond.core.bond.Listener;
import org.sipbond.core.net.HostPort;
import org.sipbond.core.net.Transport;
import org.sipbond.testkit.program.LadderOnFailure;
import org.sipbond.wire.SipText;
import org.sipbond.wire.WireMessage;

/**
 * A container whose connectors advertise another address than the document says: every message that
 * names it is wrong, and only what looks at the bytes that go out can see that.
 */
class GuardIT {
  private static final HostPort WRONG = HostPort.parse("198.51.100.66:5060").orElseThrow();
  private static final String COUNTER =
      "sipbond_header_guard_violations_total{listener=\"egress\",header=\"%s\"}";

  @RegisterExtension final LadderOnFailure ladder = new LadderOnFailure();

  private final Path base;
  private final FreePorts ports = new FreePorts();
  private final InetSocketAddress ingress = ports.on(Medium.UDP4.address(1));
  private final InetSocketAddress egress = ports.on(Medium.UDP4.address(2));
  private final InetSocketAddress phone = ports.on(Medium.UDP4.address(21));
  private final Told told = new Told();

  GuardIT(@TempDir Path base) {
    this.base = base;
    told.logger.addHandler(told);
  }

  @Test
  void countsAndTellsOnceOfACallAndSendsItAllTheSame() throws IOException, ContainerException {
    SipContainer container = start("warn", Transport.UDP, WRONG);
    try (RawPeer caller = RawPeer.open(ports.on(Medium.UDP4.address(11)));
        RawPeer callee = RawPeer.open(phone)) {
      ladder.of(caller::messages);
      ladder.of(callee::messages);
      RawCall call = new RawCall("warn", caller, callee, ingress);
      SipText invite = call.invite("anybody", "");
      assertThat(invite.topVia().orElseThrow().sentBy()).isEqualTo(WRONG);
      call.answer("");
      call.hangUp();
      assertThat(count("via")).as("INVITE, ACK, BYE, and what is repeated").isBetween(3L, 6L);
      assertThat(count("contact")).isPositive();
      assertThat(told.lines)
          .singleElement()
          .asString()
          .contains(invite.callId().orElseThrow(), "INVITE sip:", "went out", WRONG.toString());
    } finally {
      container.stop();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"UDP", "TCP"})
  void keepsBackWhatIsWrongWhereItIsToldTo(Transport transport)
      throws IOException, ContainerException {
    SipContainer container = start("block", transport, WRONG);
    try (RawPeer caller = RawPeer.open(ports.on(Medium.UDP4.address(11)));
        RawPeer callee = RawPeer.open(phone)) {
      ladder.of(caller::messages);
      RawCall call = new RawCall("block" + transport, caller, callee, ingress);
      call.sendInvite("anybody", "Max-Forwards: 70");
      WireMessage refusal = caller.await("503 Service unavailable");
      call.acknowledgeRefusal(refusal);
      assertThat(count("via")).isPositive();
      assertThat(told.lines).singleElement().asString().contains("was not sent");
      caller.send(phone, ping(caller), "");
      callee.await("OPTIONS");
      assertThat(callee.messages()).as("nothing before the ping").hasSize(1);
    } finally {
      container.stop();
    }
  }

  @Test
  void findsNothingWhereAllIsRight() throws IOException, ContainerException {
    SipContainer container = start("block", Transport.UDP, hostPort(egress));
    try (RawPeer caller = RawPeer.open(ports.on(Medium.UDP4.address(11)));
        RawPeer callee = RawPeer.open(phone)) {
      RawCall call = new RawCall("right", caller, callee, ingress);
      call.invite("anybody", "");
      call.answer("");
      call.hangUp();
      assertThat(Server.application().getCounters().keySet())
          .noneMatch(name -> name.startsWith("sipbond_header_guard"));
      assertThat(told.lines).isEmpty();
    } finally {
      container.stop();
    }
  }

  @AfterEach
  void leaveTheLog() {
    told.logger.removeHandler(told);
  }

  /** The document knows of no advertised address; the connector of the egress has one. */
  private SipContainer start(String guard, Transport transport, HostPort advertised)
      throws IOException, ContainerException {
    Server.write(
        base,
        """
        guard = %1$s
        listeners { ingress = "udp:%2$s", egress = "%3$s:%4$s" }
        bonds { intern = [ingress], extern = [egress] }
        next-hops { phone = "sip:%5$s;transport=%3$s" }
        rules = [{ from = intern, to = extern, next-hop = phone }]
        """
            .formatted(guard, hostPort(ingress), transport, hostPort(egress), hostPort(phone)));
    SipContainer container =
        Server.container(
            base,
            List.of(
                listener("ingress", Transport.UDP, ingress, hostPort(ingress)),
                listener("egress", transport, egress, advertised)),
            Server.archive("sipbond.ear"));
    container.start();
    return container;
  }

  private static String ping(RawPeer caller) {
    return """
    OPTIONS sip:127.0.60.21 SIP/2.0
    Via: SIP/2.0/UDP %s;branch=z9hG4bK-ping
    From: <sip:alice@example.com>;tag=ping
    To: <sip:127.0.60.21>
    Call-ID: ping
    CSeq: 1 OPTIONS
    """
        .formatted(WireMessage.text(caller.address()));
  }

  private static Listener listener(
      String name, Transport transport, InetSocketAddress socket, HostPort advertised) {
    return new Listener(name, transport, socket.getAddress(), socket.getPort(), advertised);
  }

  private static HostPort hostPort(InetSocketAddress socket) {
    return HostPort.of(socket.getAddress(), socket.getPort());
  }

  private static long count(String header) {
    return Server.application().getCounters().getOrDefault(COUNTER.formatted(header), 0L);
  }

  /** What the application tells the log about violations. */
  private static final class Told extends Handler {
    private final Logger logger = Logger.getLogger("org.sipbond.sip.observe.SendingGuard");
    private final List<String> lines = new CopyOnWriteArrayList<>();

    @Override
    public void publish(LogRecord record) {
      lines.add(
          record.getMessage()
              + Stream.of(record.getParameters() == null ? new Object[0] : record.getParameters())
                  .map(String::valueOf)
                  .toList());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
