package org.sipbond.sip.outbound;

import java.net.InetSocketAddress;
import java.util.Optional;
import javax.servlet.sip.SipSession;
import org.sipbond.core.bond.Listener;

/** The form of JSR 289 §14.2, by address and port. */
final class StandardOutboundInterface implements OutboundInterface {

  @Override
  public void use(SipSession session, Listener listener) {
    session.setOutboundInterface(new InetSocketAddress(listener.address(), listener.port()));
  }

  @Override
  public Optional<String> limitation() {
    return Optional.of(
        "promise 1 (one member, everywhere) is not kept: the outbound interface of JSR 289 has an"
            + " address and a port but no transport, so the container may send from another"
            + " listener of that address; allowed: a container with SipSessionExt");
  }
}
