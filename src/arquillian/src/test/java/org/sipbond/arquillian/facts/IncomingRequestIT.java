package org.sipbond.arquillian.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import javax.servlet.ServletContext;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipURI;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.mobicents.javax.servlet.sip.SipSessionExt;
import org.sipbond.arquillian.ProbeArchive;
import org.sipbond.core.net.Transport;
import org.sipbond.wire.SipText;
import org.sipbond.wire.agent.OutgoingCall;
import org.sipbond.wire.agent.UserAgent;

@ArquillianTest
class IncomingRequestIT {
  private static final Duration LIMIT = Duration.ofSeconds(5);

  @ArquillianResource private ServletContext context;

  @Deployment
  static WebArchive war() {
    return ProbeArchive.war("incoming");
  }

  @Test
  void transportIsLowerCaseForUdpAndUpperCaseForTcp() throws IOException {
    Probe probe = answering(request -> {});
    call(Members.of(context).get(Members.UDP));
    assertThat(probe.request("INVITE").getTransport()).isEqualTo("udp");
    assertThat(probe.request("ACK").getTransport()).isEqualTo("udp");
    probe = answering(request -> {});
    call(Members.of(context).get(Members.TCP));
    assertThat(probe.request("INVITE").getTransport()).isEqualTo("TCP");
    assertThat(probe.request("ACK").getTransport()).isEqualTo("TCP");
  }

  @Test
  void localAddressAndPortAreThoseOfTheListener() throws IOException {
    Map<String, String> local = new TreeMap<>();
    for (SipURI member : Members.of(context).all()) {
      Probe probe = answering(use(member));
      call(member);
      SipServletRequest invite = probe.request("INVITE");
      local.put(member.toString(), invite.getLocalAddr() + " " + invite.getLocalPort());
    }
    assertThat(local)
        .containsEntry(Members.UDP, "127.0.30.1 30060")
        .containsEntry(Members.TCP, "127.0.30.1 30060")
        .containsEntry(Members.OTHER_UDP, "127.0.30.2 30062");
  }

  @Test
  void localAddressOfIpv6IsWrittenInFull() throws IOException {
    assumeThat(Members.of(context).find(Members.UDP6)).isPresent();
    SipURI member = Members.of(context).get(Members.UDP6);
    Probe probe = answering(use(member));
    call(member);
    assertThat(probe.request("INVITE").getLocalAddr()).isEqualTo("0:0:0:0:0:0:0:1");
    assertThat(probe.request("INVITE").getRemoteAddr()).isEqualTo("0:0:0:0:0:0:0:1");
  }

  @Test
  void contactOfAnAnswerNamesTheFirstListenerOfTheTransportWhenTheSessionHasNoInterface()
      throws IOException {
    answering(request -> {});
    assertThat(call(Members.of(context).get(Members.OTHER_UDP)))
        .isEqualTo("<sip:127.0.30.1:30060>");
  }

  @Test
  void contactOfAnAnswerNamesTheListenerThatTheSessionWasGiven() throws IOException {
    for (SipURI member : Members.of(context).all()) {
      answering(use(member));
      String uri = member.toString().replace(";transport=udp", "");
      assertThat(call(member)).isEqualTo("<" + uri + ">");
    }
  }

  @Test
  void requestsInTheDialogComeByTheListenerThatTheSessionWasGiven() throws IOException {
    SipURI member = Members.of(context).get(Members.OTHER_UDP);
    Probe probe = answering(use(member));
    call(member);
    assertThat(probe.request("ACK").getLocalPort()).isEqualTo(30062);
    assertThat(probe.request("BYE").getLocalPort()).isEqualTo(30062);
  }

  @Test
  void cancelledInviteIsAnsweredByTheContainerAndTakesNoOtherAnswerThoughItIsNotCommitted()
      throws IOException {
    Probe probe = Probe.of(context);
    probe.script(
        request -> {
          if (request.getMethod().equals("INVITE")) {
            request.createResponse(180).send();
          }
        });
    SipURI member = Members.of(context).get(Members.UDP);
    try (UserAgent agent = agent(member)) {
      OutgoingCall call = agent.invite("sip:bob@example.com", Members.socket(member));
      call.awaitStatus(180, LIMIT);
      call.cancel();
      assertThat(call.awaitFinal(LIMIT).status()).isEqualTo(487);
      assertThat(probe.request("CANCEL").isCommitted()).isTrue();
      SipServletRequest invite = probe.request("INVITE");
      assertThat(invite.isCommitted()).isFalse();
      assertThatThrownBy(() -> invite.createResponse(486))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  private Probe answering(Probe.Step<SipServletRequest> before) {
    Probe probe = Probe.of(context);
    probe.script(
        request -> {
          if (request.isInitial()) {
            before.with(request);
          }
          if (!request.getMethod().equals("ACK")) {
            request.createResponse(200).send();
          }
        });
    return probe;
  }

  /** A call from beginning to end; the Contact of its answer. */
  private String call(SipURI member) throws IOException {
    try (UserAgent agent = agent(member)) {
      OutgoingCall call = agent.invite("sip:bob@example.com", Members.socket(member));
      SipText answer = call.awaitStatus(200, LIMIT);
      call.ack();
      Probe.of(context).request("ACK");
      call.bye().awaitStatus(200, LIMIT);
      return answer.header("Contact").orElseThrow();
    }
  }

  private static UserAgent agent(SipURI member) throws IOException {
    Transport transport = Transport.named(member.getTransportParam()).orElseThrow();
    return UserAgent.open("alice", transport, Members.address(member), 0);
  }

  private static Probe.Step<SipServletRequest> use(SipURI member) {
    return request ->
        ((SipSessionExt) request.getSession()).setOutboundInterface((SipURI) member.clone());
  }
}
