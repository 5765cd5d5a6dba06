// SPDX-License-Identifier: AGPL-3.0-only
package org.sipbond.container.adapter;

import gov.nist.javax.sip.ListeningPointExt;
import java.net.InetAddress;
import java.util.Objects;
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
  private @Nullable String advertisedHost;
  private int advertisedPort;

  @Override
  public void setSipStack(SipStack sipStack) {
    super.setSipStack(sipStack);
    stack = sipStack;
  }

  @Override
  public void start() throws Exception {
    SipStack owner = Objects.requireNonNull(stack, "connector was not added to a SIP service");
    ListeningPointExt listeningPoint =
        (ListeningPointExt)
            owner.createListeningPoint(getIpAddress(), getPort(), getSignalingTransport());
    SipProvider provider = providerOf(owner, listeningPoint);
    extendedListeningPoint =
        new BondListeningPoint(provider, listeningPoint, getSipConnector(), advertised());
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

  private AdvertisedAddress advertised() throws Exception {
    return advertisedHost == null
        ? AdvertisedAddress.of(InetAddress.getByName(getIpAddress()), getPort())
        : AdvertisedAddress.of(advertisedHost, advertisedPort > 0 ? advertisedPort : getPort());
  }

  /** The host that peers see: an address or a name, IPv6 with or without brackets. */
  public void setAdvertisedHost(String advertisedHost) {
    this.advertisedHost = advertisedHost;
  }

  /** What {@link #setAdvertisedHost} was given; null for the socket's own address. */
  public @Nullable String getAdvertisedHost() {
    return advertisedHost;
  }

  /** The port that peers see; the socket's own unless greater than 0. */
  public void setAdvertisedPort(int advertisedPort) {
    this.advertisedPort = advertisedPort;
  }

  /** What {@link #setAdvertisedPort} was given. */
  public int getAdvertisedPort() {
    return advertisedPort;
  }
}
