package org.sipbond.arquillian.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import javax.servlet.ServletContext;
import javax.servlet.sip.SipApplicationSession;
import javax.servlet.sip.SipFactory;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import javax.servlet.sip.SipSession;
import javax.servlet.sip.SipURI;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.sipbond.arquillian.ProbeArchive;
import org.sipbond.core.net.Transport;
import org.sipbond.wire.agent.Answering;
import org.sipbond.wire.agent.OutgoingCall;
import org.sipbond.wire.agent.UserAgent;

@ArquillianTest
class SessionIT {
  private static final Duration LIMIT = Duration.ofSeconds(5);

  /** Longer than T4 and than an ended call lives on; TCP has no longer timers (RFC 3261 §17). */
  private static final Duration SECONDS = Duration.ofSeconds(9);

  @ArquillianResource private ServletContext context;
  @ArquillianResource private SipFactory factory;

  @Deployment
  static WebArchive war() {
    return ProbeArchive.war("sessions");
  }

  @Test
  void attributesBelongToTheDialogOfOneLeg() throws IOException {
    Bridging call = bridge(Members.UDP, Answering.atOnce(), this::finish);
    assertThat(call.callerInvite().getSession().getAttribute("other"))
        .isEqualTo(call.calleeInvite().getSession());
    assertThat(call.callerInvite().getApplicationSession())
        .isEqualTo(call.calleeInvite().getApplicationSession());
  }

  @Test
  void responseGivesTheRequestThatItAnswersWithItsAttributes() throws Exception {
    Probe probe = Probe.of(context);
    SipURI member = Members.of(context).get(Members.UDP);
    try (UserAgent callee = UserAgent.open("bob", Transport.UDP, Members.address(member), 0)) {
      probe.script(request -> {});
      SipServletRequest request =
          factory.createRequest(
              factory.createApplicationSession(),
              "OPTIONS",
              "sip:alice@example.com",
              "sip:bob@example.com");
      request.setRequestURI(factory.createURI(callee.uri()));
      request.setAttribute("mark", "kept");
      request.send();
      SipServletResponse response = probe.response("OPTIONS", 200);
      assertThat(response.getRequest()).isSameAs(request);
      assertThat(response.getRequest().getAttribute("mark")).isEqualTo("kept");
    }
  }

  @Test
  void sessionsAreInvalidatedWhenReadyByDefault() throws IOException {
    Bridging call = bridge(Members.UDP, Answering.atOnce(), this::finish);
    assertThat(call.callerInvite().getSession().getInvalidateWhenReady()).isTrue();
    assertThat(call.calleeInvite().getSession().getInvalidateWhenReady()).isTrue();
    assertThat(call.callerInvite().getApplicationSession().getInvalidateWhenReady()).isTrue();
  }

  @Test
  void everySessionOfAFinishedCallEndsWithinSeconds() throws IOException {
    for (String member : new String[] {Members.UDP, Members.TCP}) {
      Bridging call = bridge(member, Answering.atOnce(), this::finish);
      awaitEnd(call.callerInvite().getSession(false));
      awaitEnd(call.calleeInvite().getSession(false));
      awaitEnd(call.callerInvite().getApplicationSession(false));
    }
  }

  @Test
  void everySessionOfACancelledCallEndsWithinSeconds() throws IOException {
    for (String member : new String[] {Members.UDP, Members.TCP}) {
      Bridging call = bridge(member, Answering.whenTold(), this::cancel);
      awaitEnd(call.callerInvite().getSession(false));
      awaitEnd(call.calleeInvite().getSession(false));
      awaitEnd(call.callerInvite().getApplicationSession(false));
    }
  }

  @Test
  void sessionOfARejectedCallerIsReadyButStays() throws IOException {
    Bridging call = bridge(Members.TCP, Answering.reject(486), this::fail);
    SipSession caller = call.callerInvite().getSession(false);
    SipApplicationSession application = call.callerInvite().getApplicationSession(false);
    awaitEnd(call.calleeInvite().getSession(false));
    Awaitility.await()
        .during(SECONDS)
        .atMost(SECONDS.plus(LIMIT))
        .until(() -> caller.isValid() && application.isValid());
    assertThat(caller.getState()).isEqualTo(SipSession.State.TERMINATED);
    assertThat(caller.isReadyToInvalidate()).isTrue();
    assertThat(application.isReadyToInvalidate()).isTrue();
    application.invalidate();
    assertThat(caller.isValid()).isFalse();
  }

  @Test
  void sessionOfARejectedCallerEndsWhenTheApplicationSessionExpiresAMinuteLater()
      throws IOException {
    Bridging call = bridge(Members.TCP, Answering.reject(486), this::fail);
    SipSession caller = call.callerInvite().getSession(false);
    SipApplicationSession application = call.callerInvite().getApplicationSession(false);
    assertThat(application.setExpires(1)).isEqualTo(1);
    Awaitility.await()
        .atMost(Duration.ofSeconds(75))
        .until(() -> !caller.isValid() && !application.isValid());
  }

  private static void awaitEnd(SipSession session) {
    Awaitility.await().atMost(SECONDS).until(() -> session == null || !session.isValid());
  }

  private static void awaitEnd(SipApplicationSession session) {
    Awaitility.await().atMost(SECONDS).until(() -> session == null || !session.isValid());
  }

  private interface Course {
    void run(OutgoingCall call, UserAgent callee);
  }

  private void finish(OutgoingCall call, UserAgent callee) {
    call.awaitStatus(200, LIMIT);
    call.ack();
    callee.awaitCall(LIMIT).awaitAck(LIMIT);
    call.bye().awaitStatus(200, LIMIT);
    Probe.of(context).response("BYE", 200);
  }

  private void cancel(OutgoingCall call, UserAgent callee) {
    call.awaitStatus(180, LIMIT);
    call.cancel();
    assertThat(call.awaitFinal(LIMIT).status()).isEqualTo(487);
    Probe.of(context).response("INVITE", 487);
  }

  private void fail(OutgoingCall call, UserAgent callee) {
    assertThat(call.awaitFinal(LIMIT).status()).isEqualTo(486);
  }

  private Bridging bridge(String uri, Answering answering, Course course) throws IOException {
    SipURI member = Members.of(context).get(uri);
    Transport transport = Transport.named(member.getTransportParam()).orElseThrow();
    try (UserAgent callee = UserAgent.open("bob", transport, Members.address(member), 0);
        UserAgent caller = UserAgent.open("alice", transport, Members.address(member), 0)) {
      callee.answerCalls(answering);
      Probe probe = Probe.of(context);
      Bridging bridging = Bridging.to(callee.uri(), factory, probe);
      course.run(caller.invite("sip:bob@example.com", Members.socket(member)), callee);
      assertThat(probe.failures()).isEmpty();
      return bridging;
    }
  }
}
