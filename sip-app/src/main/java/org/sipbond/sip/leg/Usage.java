package org.sipbond.sip.leg;

import java.io.IOException;
import java.util.Optional;
import javax.servlet.sip.SipServletMessage;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import javax.servlet.sip.SipSession;

/**
 * What the messages of a SIP session belong to: a dialog usage (RFC 5057 §2), or a request outside
 * of any. It is told of them on whatever thread they come.
 */
public interface Usage {
  /** The attribute of the SIP session that holds it. */
  String KEY = "org.sipbond.usage";

  /** A request came, on a session that is tied to this. */
  void request(SipServletRequest request) throws IOException;

  /** A response came, on a session that is tied to this. */
  void response(SipServletResponse response) throws IOException;

  /** Makes what comes on a session belong to this. */
  default void tie(SipSession session) {
    session.setAttribute(KEY, this);
  }

  /** What a message belongs to; empty when to nothing yet, or to nothing any more. */
  static Optional<Usage> of(SipServletMessage message) {
    SipSession session = message.getSession(false);
    return session == null || !session.isValid()
        ? Optional.empty()
        : Optional.ofNullable((Usage) session.getAttribute(KEY));
  }
}
