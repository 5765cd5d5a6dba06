// SPDX-License-Identifier: AGPL-3.0-only
package org.sipbond.container.adapter.connection;

import gov.nist.javax.sip.header.CSeq;
import gov.nist.javax.sip.header.CallID;
import gov.nist.javax.sip.header.ContentLength;
import gov.nist.javax.sip.header.From;
import gov.nist.javax.sip.header.RequestLine;
import gov.nist.javax.sip.header.StatusLine;
import gov.nist.javax.sip.header.To;
import gov.nist.javax.sip.header.Via;
import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.message.SIPResponse;
import gov.nist.javax.sip.stack.ConnectionOrientedMessageChannel;
import gov.nist.javax.sip.stack.SIPClientTransaction;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Locale;
import java.util.Set;
import javax.sip.address.Hop;
import org.jspecify.annotations.Nullable;
import org.sipbond.container.adapter.BondHop;
import org.sipbond.container.adapter.SendingGuard;
import org.sipbond.core.net.IpLiteral;

/** What the stack sends by, to one peer. */
abstract class StreamChannel extends ConnectionOrientedMessageChannel {
  /** Without these a message cannot be answered otherwise than by 400. */
  private static final Set<Class<?>> NEEDED =
      Set.of(
          From.class,
          To.class,
          CSeq.class,
          Via.class,
          CallID.class,
          ContentLength.class,
          RequestLine.class,
          StatusLine.class);

  private final ConnectionProcessor listener;

  StreamChannel(ConnectionProcessor listener, InetSocketAddress peer) {
    super(listener.getSIPStack());
    this.listener = listener;
    messageProcessor = listener;
    myAddress = listener.getIpAddress().getHostAddress();
    myPort = listener.getPort();
    peerAddress = peer.getAddress();
    peerPort = peer.getPort();
    peerProtocol = getTransport();
  }

  final ConnectionProcessor listener() {
    return listener;
  }

  final InetSocketAddress peer() {
    return new InetSocketAddress(peerAddress, peerPort);
  }

  @Override
  public final String getTransport() {
    return listener.getTransport().toUpperCase(Locale.ROOT);
  }

  @Override
  public final boolean isSecure() {
    return listener.isSecure();
  }

  @Override
  public final void sendMessage(SIPMessage message) throws IOException {
    if (listener.isOurs(peer())) {
      super.sendMessage(message); // which never leaves the stack
    } else {
      send(message);
    }
  }

  /** To this channel's peer, which is what the stack gives. */
  @Override
  public final void sendMessage(SIPMessage message, InetAddress address, int port)
      throws IOException {
    send(message);
  }

  /** To this channel's peer, which is the hop that it was made for. */
  @Override
  public final void sendMessage(SIPMessage message, Hop hop) throws IOException {
    sendMessage(message);
  }

  private void send(SIPMessage message) throws IOException {
    byte[] bytes = message.encodeAsBytes(getTransport());
    SendingGuard.check(listener.stack(), listener.name(), ByteBuffer.wrap(bytes));
    if (message instanceof SIPResponse response) {
      respond(response, bytes);
    } else {
      listener.connections().send(peer(), domain(message), bytes);
    }
    message.setRemoteAddress(peerAddress);
    message.setRemotePort(peerPort);
    message.setLocalAddress(listener.getIpAddress());
    message.setLocalPort(listener.getPort());
  }

  /**
   * Sends a response on a connection to where it says, when the one that the request came by is
   * gone (RFC 3261 §18.2.2).
   */
  abstract void respond(SIPResponse response, byte[] bytes) throws IOException;

  /**
   * The host that was asked for before DNS; the peer's address where the application named none.
   */
  private String domain(SIPMessage request) {
    if (request.getApplicationData() instanceof BondHop hop) {
      return hop.domain();
    }
    SIPClientTransaction transaction = getEncapsulatedClientTransaction();
    return transaction != null && transaction.getNextHop() instanceof BondHop hop
        ? hop.domain()
        : IpLiteral.text(peerAddress);
  }

  @Override
  @SuppressWarnings("rawtypes") // as the stack declares it
  public void handleException(
      ParseException failure, SIPMessage message, @Nullable Class header, String text, String whole)
      throws ParseException {
    if (header == null || !NEEDED.contains(header)) {
      message.addUnparsed(text);
      return;
    }
    String refused = String.valueOf(message);
    if (message instanceof SIPRequest && !refused.startsWith("ACK ")) {
      refuse(createBadReqRes(refused, failure), failure);
    }
    throw failure;
  }

  private void refuse(@Nullable String response, ParseException cause) {
    if (response != null) {
      try {
        sendMessage(response.getBytes(StandardCharsets.UTF_8), false);
      } catch (IOException e) {
        cause.addSuppressed(e);
      }
    }
  }

  @Override
  protected final void sendMessage(byte[] bytes, InetAddress address, int port, boolean request)
      throws IOException {
    sendMessage(bytes, request);
  }
}
