package org.sipbond.sip.outbound;

import java.util.Optional;
import javax.servlet.sip.SipSession;
import org.sipbond.core.bond.Listener;

/**
 * Makes a SIP session send from one listener. JSR 289 §14.2 has two forms of setOutboundInterface,
 * both without a transport; the container in use has a third, with one.
 */
public interface OutboundInterface {

  /**
   * Lets everything that {@code session} sends from now on leave from {@code listener}: requests,
   * and the Via and Contact that name it.
   *
   * @throws IllegalArgumentException if the container has no such listener
   */
  void use(SipSession session, Listener listener);

  /** Which promise cannot be kept this way, and why; empty when all are kept. */
  Optional<String> limitation();
}
