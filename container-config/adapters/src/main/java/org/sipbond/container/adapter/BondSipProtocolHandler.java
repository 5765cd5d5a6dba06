// SPDX-License-Identifier: AGPL-3.0-only
package org.sipbond.container.adapter;

import gov.nist.javax.sip.ListeningPointExt;
import java.util.Objects;
import java.util.TooManyListenersException;
import javax.sip.InvalidArgumentException;
import javax.sip.ListeningPoint;
import javax.sip.SipException;
import javax.sip.SipProvider;
import javax.sip.SipStack;
import org.jspecify.annotations.Nullable;
import org.mobicents.servlet.sip.catalina.SipProtocolHandler;
import org.mobicents.servlet.sip.core.ExtendedListeningPoint;
import org.mobicents.servlet.sip.core.SipApplicationDispatcher;

/**
 * A SIP connector that is one member of a bond: one listening point with one provider of its own,
 * so that whatever is sent through the provider leaves by this socket. It knows no STUN and no load
 * balancer, and {@link #start} throws when the socket cannot be bound.
 *
 * <p>Connector attributes of its own: {@code advertisedHost} and {@code advertisedPort}, what peers
 * see instead of the socket's address in Via, Contact and Record-Route.
 */
public class BondSipProtocolHandler extends SipProtocolHandler {
  private @Nullable SipStack stack;
  private @Nullable String failure;

  @Override
  public void setSipStack(SipStack sipStack) {
    super.setSipStack(sipStack);
    stack = sipStack;
  }

  @Override
  public void start() throws Exception {
    try {
      bind();
    } catch (SipException | InvalidArgumentException | TooManyListenersException e) {
      failure = e.getMessage();
      throw e;
    }
  }

  private void bind() throws SipException, InvalidArgumentException, TooManyListenersException {
    SipStack owner = Objects.requireNonNull(stack, "connector was not added to a SIP service");
    ListeningPointExt listeningPoint =
        (ListeningPointExt)
            owner.createListeningPoint(getIpAddress(), getPort(), getSignalingTransport());
    SipProvider provider = providerOf(owner, listeningPoint);
    extendedListeningPoint = new BondListeningPoint(provider, listeningPoint, getSipConnector());
    setAttribute(ExtendedListeningPoint.class.getSimpleName(), extendedListeningPoint);
    if (getAttribute(SipApplicationDispatcher.class.getSimpleName())
        instanceof SipApplicationDispatcher dispatcher) {
      provider.addSipListener(dispatcher);
      dispatcher.getSipNetworkInterfaceManager().addExtendedListeningPoint(extendedListeningPoint);
    }
    setStarted(true);
  }

  /**
   * The socket is closed again where no provider can be had, so that nothing half-started stays.
   */
  private static SipProvider providerOf(SipStack owner, ListeningPoint listeningPoint)
      throws SipException {
    try {
      return owner.createSipProvider(listeningPoint);
    } catch (SipException e) {
      owner.deleteListeningPoint(listeningPoint);
      throw e;
    }
  }

  /** The host that peers see: an address or a name, IPv6 with or without brackets. */
  public void setAdvertisedHost(String advertisedHost) {
    getSipConnector().setStaticServerAddress(AdvertisedAddress.bracketed(advertisedHost));
    getSipConnector().setUseStaticAddress(true);
  }

  /** The port that peers see; needed with {@link #setAdvertisedHost}. */
  public void setAdvertisedPort(int advertisedPort) {
    getSipConnector().setStaticServerPort(advertisedPort);
  }

  /** Why the connector did not start; null when it did or was not asked to. */
  public @Nullable String getFailure() {
    return failure;
  }
}
