package org.sipbond.arquillian.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import javax.servlet.ServletContext;
import javax.servlet.ServletException;
import javax.servlet.sip.SipFactory;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipSession;
import javax.servlet.sip.SipURI;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.mobicents.javax.servlet.sip.SipSessionExt;
import org.sipbond.arquillian.ProbeArchive;
import org.sipbond.core.net.IpLiteral;
import org.sipbond.core.net.Transport;
import org.sipbond.wire.WireMessage;
import org.sipbond.wire.agent.UserAgent;

@ArquillianTest
class OutboundInterfaceIT {
  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final InetAddress PEER = IpLiteral.parse("127.0.30.9").orElseThrow();

  @ArquillianResource private ServletContext context;
  @ArquillianResource private SipFactory factory;

  @Deployment
  static WebArchive war() {
    return ProbeArchive.war("outbound");
  }

  @Test
  void attributeHasOneSipUriForEachListenerWithItsTransport() {
    assertThat(Members.of(context).all().stream().map(Object::toString))
        .contains(Members.UDP, Members.TCP, Members.OTHER_UDP)
        .doesNotHaveDuplicates();
  }

  @Test
  void attributeHasIpv6InBrackets() {
    assumeThat(Members.of(context).find(Members.UDP6)).isPresent();
    SipURI member = Members.of(context).get(Members.UDP6);
    assertThat(member.getHost()).isEqualTo("[::1]");
    assertThat(Members.of(context).find(Members.TCP6)).isPresent();
  }

  @Test
  void sipUriChoosesTheListenerAndNamesItInViaAndContact() throws Exception {
    for (String uri : new String[] {Members.UDP, Members.OTHER_UDP}) {
      SipURI member = Members.of(context).get(uri);
      WireMessage sent = send(Transport.UDP, PEER, session -> vendor(session, member));
      String socket = member.getHost() + ":" + member.getPort();
      assertThat(sent.source()).isEqualTo(Members.socket(member));
      assertThat(sent.text().topVia().orElseThrow().sentBy()).hasToString(socket);
      assertThat(sent.text().header("Contact")).contains("<sip:alice@" + socket + ">");
    }
  }

  @Test
  void sipUriChoosesAddressAndTransportOfATcpListener() throws Exception {
    SipURI member = Members.of(context).get(Members.TCP);
    WireMessage sent = send(Transport.TCP, PEER, session -> vendor(session, member));
    assertThat(sent.source().getAddress()).isEqualTo(Members.address(member));
    assertThat(sent.text().topVia().orElseThrow().sentBy()).hasToString("127.0.30.1:30060");
    assertThat(sent.text().header("Contact"))
        .contains("<sip:alice@127.0.30.1:30060;transport=tcp>");
  }

  @Test
  void sipUriChoosesAnIpv6Listener() throws Exception {
    assumeThat(Members.of(context).find(Members.UDP6)).isPresent();
    SipURI member = Members.of(context).get(Members.UDP6);
    WireMessage sent =
        send(Transport.UDP, Members.address(member), session -> vendor(session, member));
    assertThat(sent.source()).isEqualTo(Members.socket(member));
    assertThat(sent.text().topVia().orElseThrow().sentBy()).hasToString("[::1]:30060");
  }

  @Test
  void withoutAnInterfaceTheFirstListenerOfTheTransportSends() throws Exception {
    WireMessage sent = send(Transport.UDP, PEER, session -> {});
    assertThat(sent.source()).isEqualTo(Members.socket(Members.of(context).get(Members.UDP)));
  }

  @Test
  void inetSocketAddressChoosesAUdpListener() throws Exception {
    SipURI member = Members.of(context).get(Members.OTHER_UDP);
    WireMessage sent =
        send(Transport.UDP, PEER, session -> session.setOutboundInterface(Members.socket(member)));
    assertThat(sent.source()).isEqualTo(Members.socket(member));
  }

  @Test
  void inetSocketAddressLosesTheTransportAndIsRefusedForATcpTarget() throws Exception {
    SipURI member = Members.of(context).get(Members.TCP);
    try (UserAgent tcp = UserAgent.open("bob", Transport.TCP, PEER, 0);
        UserAgent udp = UserAgent.open("bob", Transport.UDP, PEER, tcp.address().getPort())) {
      SipServletRequest request = request(tcp);
      request.getSession().setOutboundInterface(Members.socket(member));
      assertThatThrownBy(request::send).isInstanceOf(IllegalStateException.class);
      assertThat(udp.messages()).isEmpty();
      assertThat(tcp.messages()).isEmpty();
    }
  }

  @Test
  void inetSocketAddressOfAnIpv6ListenerIsRefused() throws Exception {
    assumeThat(Members.of(context).find(Members.UDP6)).isPresent();
    SipURI member = Members.of(context).get(Members.UDP6);
    SipSession session =
        factory
            .createRequest(
                factory.createApplicationSession(),
                "OPTIONS",
                "sip:alice@example.com",
                "sip:bob@example.com")
            .getSession();
    assertThatThrownBy(() -> session.setOutboundInterface(Members.socket(member)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not found");
  }

  @Test
  void inetAddressFailsWhenTheRequestIsSent() throws Exception {
    try (UserAgent peer = UserAgent.open("bob", Transport.UDP, PEER, 0)) {
      SipServletRequest request = request(peer);
      request.getSession().setOutboundInterface(Members.address(member(Members.UDP)));
      assertThatThrownBy(request::send).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void interfaceThatTheContainerDoesNotHaveIsRefused() throws Exception {
    SipURI stranger = factory.createSipURI("", "127.0.30.8");
    stranger.setPort(30060);
    stranger.setTransportParam("udp");
    try (UserAgent peer = UserAgent.open("bob", Transport.UDP, PEER, 0)) {
      SipSession session = request(peer).getSession();
      assertThatThrownBy(() -> vendor(session, stranger))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("not found");
    }
  }

  private SipURI member(String uri) {
    return Members.of(context).get(uri);
  }

  private WireMessage send(Transport transport, InetAddress to, Probe.Step<SipSession> choose)
      throws IOException, ServletException {
    try (UserAgent peer = UserAgent.open("bob", transport, to, 0)) {
      SipServletRequest request = request(peer);
      choose.with(request.getSession());
      request.send();
      return received(peer);
    }
  }

  private SipServletRequest request(UserAgent peer) throws ServletException {
    SipServletRequest request =
        factory.createRequest(
            factory.createApplicationSession(),
            "OPTIONS",
            "sip:alice@example.com",
            "sip:bob@example.com");
    request.setRequestURI(factory.createURI(peer.uri()));
    return request;
  }

  private static WireMessage received(UserAgent peer) {
    return peer.log().await(message -> message.text().isRequest(), LIMIT);
  }

  private static void vendor(SipSession session, SipURI member) {
    ((SipSessionExt) session).setOutboundInterface((SipURI) member.clone());
  }
}
