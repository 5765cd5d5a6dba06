// SPDX-License-Identifier: AGPL-3.0-only
package org.sipbond.container.adapter.connection;

import gov.nist.javax.sip.message.SIPResponse;
import java.io.IOException;
import java.net.InetSocketAddress;
import org.sipbond.core.net.IpLiteral;

/**
 * What a transaction sends by. It has no connection of its own: each message takes one of the
 * listener that may carry it. The stack makes one for each transaction.
 */
final class PeerChannel extends StreamChannel {
  PeerChannel(ConnectionProcessor listener, InetSocketAddress peer) {
    super(listener, peer);
  }

  @Override
  void respond(SIPResponse response, byte[] bytes) throws IOException {
    listener().connections().respond(peer(), response.getTopmostVia().getHost(), bytes);
  }

  @Override
  protected void sendMessage(byte[] bytes, boolean request) throws IOException {
    listener().connections().send(peer(), IpLiteral.text(peerAddress), bytes);
  }

  /** Nothing: connections live longer than transactions. */
  @Override
  protected void close(boolean removeSocket, boolean stopKeepAliveTask) {}
}
