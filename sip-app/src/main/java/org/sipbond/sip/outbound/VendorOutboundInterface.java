package org.sipbond.sip.outbound;

import java.util.Optional;
import javax.servlet.sip.SipSession;
import javax.servlet.sip.SipURI;
import org.mobicents.javax.servlet.sip.SipSessionExt;
import org.sipbond.core.bond.Listener;

/** The container's own form, by SIP URI: the only one that knows transports. */
final class VendorOutboundInterface implements OutboundInterface {
  private final ContainerInterfaces interfaces;

  VendorOutboundInterface(ContainerInterfaces interfaces) {
    this.interfaces = interfaces;
  }

  @Override
  public void use(SipSession session, Listener listener) {
    SipURI own =
        interfaces
            .uri(listener.key())
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "the container has no listener " + listener + "; it has " + sockets()));
    // A clone: the container keeps what it is given and writes the call's key into it.
    ((SipSessionExt) session).setOutboundInterface((SipURI) own.clone());
  }

  @Override
  public Optional<String> limitation() {
    return Optional.empty();
  }

  private String sockets() {
    return String.join(", ", interfaces.sockets().stream().map(Object::toString).toList());
  }
}
