package org.sipbond.sip.call;

import java.io.IOException;
import java.util.Optional;
import javax.servlet.sip.SipServletMessage;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipSession;
import org.sipbond.sip.message.Description;
import org.sipbond.sip.message.SessionHeaders;

/**
 * How the session of a leg was described last, both ways, so that it can be said again without
 * changing it. Guarded by its call.
 */
final class LegSession {
  private Optional<Description> sent = Optional.empty();
  private Optional<Description> received = Optional.empty();
  private boolean takesUpdate;

  /** A peer of another attempt is asked; what an earlier one said last is not said by it. */
  void begins() {
    takesUpdate = false;
    sent = Optional.empty();
    received = Optional.empty();
  }

  /** The peer may say in any message which methods it takes. */
  void heard(SipServletMessage message) {
    if (SessionHeaders.tellsMethods(message)) {
      takesUpdate = SessionHeaders.allowsUpdate(message);
    }
  }

  /** The peer says otherwise by its answer. */
  void takesNoUpdate() {
    takesUpdate = false;
  }

  /** What the peer described its session with. */
  void received(Optional<Description> description) {
    received = description.or(() -> received);
  }

  /** What the other side's session was described with to the peer. */
  void sent(Optional<Description> description) {
    sent = description.or(() -> sent);
  }

  /** Whether a re-INVITE or UPDATE of the peer leaves the session as it is. */
  boolean isUnchangedBy(SipServletRequest request) throws IOException {
    Optional<Description> said = Description.of(request);
    return "UPDATE".equals(request.getMethod())
        ? said.isEmpty()
        : sent.isPresent() && said.isPresent() && received.filter(said.get()::isSame).isPresent();
  }

  /** Describes the session to the peer as before. */
  void describe(SipServletMessage message) throws IOException {
    if (sent.isPresent()) {
      sent.get().write(message);
    }
  }

  /**
   * A request that leaves the session as it is, and refreshes it; not sent yet. Without a
   * description there is only UPDATE.
   */
  SipServletRequest refresh(SipSession on) throws IOException {
    return takesUpdate || sent.isEmpty() ? on.createRequest("UPDATE") : reinvite(on);
  }

  /** A re-INVITE that leaves the session as it is, else OPTIONS; not sent yet. */
  SipServletRequest question(SipSession to) throws IOException {
    return sent.isEmpty() ? to.createRequest("OPTIONS") : reinvite(to);
  }

  private SipServletRequest reinvite(SipSession on) throws IOException {
    SipServletRequest invite = on.createRequest("INVITE");
    describe(invite);
    return invite;
  }
}
