// SPDX-License-Identifier: AGPL-3.0-only
package org.sipbond.container.adapter;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.servlet.sip.SipURI;
import javax.sip.message.Message;
import org.jspecify.annotations.Nullable;
import org.mobicents.servlet.sip.core.MobicentsExtendedListeningPoint;
import org.mobicents.servlet.sip.core.SipNetworkInterfaceManager;

/**
 * The container's network interfaces, with two differences: the outbound interfaces are given out
 * as clones, because the container writes the application key of a call into the one that it is
 * handed back; and no host name is looked up to find out which address a peer should see.
 */
class BondInterfaces implements SipNetworkInterfaceManager {
  private final SipNetworkInterfaceManager container;

  BondInterfaces(SipNetworkInterfaceManager container) {
    this.container = container;
  }

  /** One for each listening point, in the order in which the connectors were started. */
  @Override
  public List<SipURI> getOutboundInterfaces() {
    List<SipURI> made = new ArrayList<>();
    getExtendedListeningPoints()
        .forEachRemaining(
            point -> {
              if (point instanceof BondListeningPoint bound) {
                made.add(bound.outboundInterface());
              }
            });
    return List.copyOf(made);
  }

  /** Always: a {@link BondListeningPoint} writes its advertised address for every peer. */
  @Override
  public boolean findUsePublicAddress(@Nullable Message message) {
    return true;
  }

  @Override
  public @Nullable MobicentsExtendedListeningPoint findMatchingListeningPoint(
      @Nullable String transport, boolean strict) {
    return container.findMatchingListeningPoint(transport, strict);
  }

  @Override
  public @Nullable MobicentsExtendedListeningPoint findMatchingListeningPoint(
      javax.sip.address.SipURI outboundInterface, boolean strict) {
    return container.findMatchingListeningPoint(outboundInterface, strict);
  }

  /** Null where a name is none of a listening point; the container would look it up. */
  @Override
  public @Nullable MobicentsExtendedListeningPoint findMatchingListeningPoint(
      String host, int port, @Nullable String transport) {
    return NumericHost.is(host)
        ? container.findMatchingListeningPoint(host, port, transport)
        : advertising(host, port, transport);
  }

  private @Nullable MobicentsExtendedListeningPoint advertising(
      String name, int port, @Nullable String transport) {
    Iterator<MobicentsExtendedListeningPoint> points = getExtendedListeningPoints();
    while (points.hasNext()) {
      MobicentsExtendedListeningPoint point = points.next();
      if (point instanceof BondListeningPoint bound && bound.advertises(name, port, transport)) {
        return point;
      }
    }
    return null;
  }

  @Override
  public Iterator<MobicentsExtendedListeningPoint> getExtendedListeningPoints() {
    return container.getExtendedListeningPoints();
  }

  @Override
  public void addExtendedListeningPoint(MobicentsExtendedListeningPoint listeningPoint) {
    container.addExtendedListeningPoint(listeningPoint);
  }

  @Override
  public void removeExtendedListeningPoint(MobicentsExtendedListeningPoint listeningPoint) {
    container.removeExtendedListeningPoint(listeningPoint);
  }
}
