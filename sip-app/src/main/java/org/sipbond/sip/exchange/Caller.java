package org.sipbond.sip.exchange;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.function.IntConsumer;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.sipbond.core.b2bua.NonInvite;
import org.sipbond.core.decision.Refusal;
import org.sipbond.sip.leg.Relay;
import org.sipbond.sip.message.Answers;
import org.sipbond.sip.message.Farewell;
import org.sipbond.sip.observe.CallTrail;

/**
 * Who sent the first request of an exchange, and gets one final response to it. Where that cannot
 * be sent, the log is told: there is nobody else to tell.
 *
 * @param answered gets to know the final status
 */
record Caller(SipServletRequest request, CallTrail trail, IntConsumer answered) {
  private static final System.Logger LOG = System.getLogger(Caller.class.getName());

  /** Says that it takes a while. See {@link NonInvite#TRYING_AFTER}. */
  void trying() {
    send(() -> request.createResponse(SipServletResponse.SC_TRYING).send());
  }

  /** Sends a final response of the callee on. */
  void answer(SipServletResponse response) {
    int status = NonInvite.passing(response.getStatus());
    if (status == response.getStatus()) {
      answered.accept(status);
      send(() -> Relay.sendOn(response, request));
    } else {
      refuse(status, "next hop did not answer in time");
    }
  }

  /** Answers where there is no response of the callee. */
  void refuse(Refusal refusal) {
    int status = NonInvite.passing(refusal.status());
    trail.refused(new Refusal(refusal.cause(), status, refusal.reason()));
    refuse(status, refusal.reason());
  }

  private void refuse(int status, String reason) {
    answered.accept(status);
    send(() -> Answers.refuse(request, status, reason));
  }

  /** Lets go of the sessions. */
  void leave() {
    Farewell.to(request.getApplicationSession());
  }

  private void send(Sending sending) {
    try {
      sending.send();
    } catch (IOException | IllegalStateException gone) {
      LOG.log(Level.DEBUG, "sender of " + request.getMethod() + " is gone", gone);
    }
  }

  /** What may fail for want of a connection. */
  private interface Sending {
    void send() throws IOException;
  }
}
