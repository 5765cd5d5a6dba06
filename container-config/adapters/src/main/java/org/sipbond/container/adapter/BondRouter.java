// SPDX-License-Identifier: AGPL-3.0-only
package org.sipbond.container.adapter;

import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.stack.DefaultRouter;
import gov.nist.javax.sip.stack.SIPClientTransaction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.ParseException;
import java.util.Locale;
import javax.sip.SipException;
import javax.sip.SipStack;
import javax.sip.address.Hop;
import javax.sip.address.SipURI;
import javax.sip.header.ExtensionHeader;
import javax.sip.header.Header;
import javax.sip.header.RouteHeader;
import javax.sip.header.ViaHeader;
import javax.sip.message.Request;
import org.jspecify.annotations.Nullable;

/**
 * The stack's router: takes the next hop from the header {@value BondHop#HEADER} and removes it, so
 * that the request-URI keeps its domain and no Route header names the peer (RFC 3263 §4: the
 * destination is no part of the message). CANCEL goes where its INVITE went (RFC 3261 §9.1). A
 * request without the header goes by RFC 3261 §8.1.2 to the address in its first Route header or
 * request-URI, and fails at once where a name is there instead.
 */
public class BondRouter extends DefaultRouter {

  /** The constructor that the stack looks for. */
  public BondRouter(SipStack stack, @Nullable String outboundProxy) {
    super(stack, outboundProxy);
  }

  @Override
  public Hop getNextHop(Request request) throws SipException {
    SIPRequest sipRequest = (SIPRequest) request;
    Header header = sipRequest.getHeader(BondHop.HEADER);
    if (header != null) {
      sipRequest.removeHeader(BondHop.HEADER);
      return steered(sipRequest, ((ExtensionHeader) header).getValue());
    }
    return sipRequest.getInviteTransaction() instanceof SIPClientTransaction invite
        ? invite.getNextHop()
        : unsteered(sipRequest);
  }

  private Hop steered(SIPRequest request, String value) throws SipException {
    BondHop hop =
        BondHop.parse(value)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        BondHop.HEADER
                            + " is \""
                            + value
                            + "\"; allowed: transport:address:port;domain=host"));
    if (strictRouteFirst(request)) {
      fixStrictRouting(request);
    }
    writeVia(request, hop.transport());
    if (Request.ACK.equals(request.getMethod())) {
      request.setApplicationData(hop); // there is no transaction to keep it (RFC 3261 §13.2.2.4)
    }
    return hop;
  }

  private Hop unsteered(SIPRequest request) throws SipException {
    // What the container sets for a session with an outbound interface: the transport of that.
    if (request.getApplicationData() instanceof String transport) {
      writeVia(request, transport.toUpperCase(Locale.ROOT));
    }
    Hop hop = super.getNextHop(request);
    if (!NumericHost.is(hop.getHost())) {
      throw refused(
          request,
          "no destination for "
              + request.getMethod()
              + ": next hop is "
              + AdvertisedAddress.plain(hop.getHost())
              + "; allowed: an IP address, or a request with a destination");
    }
    return hop;
  }

  /**
   * Says in Via by which transport the request goes; the container writes what the request-URI
   * names, or UDP, where the listener has an advertised address.
   */
  private static void writeVia(SIPRequest request, String transport) throws SipException {
    ViaHeader via = request.getTopmostVia();
    if (via != null) {
      try {
        via.setTransport(transport);
      } catch (ParseException e) {
        throw new SipException("cannot write " + transport + " into Via", e);
      }
    }
  }

  private static boolean strictRouteFirst(SIPRequest request) {
    return request.getHeader(RouteHeader.NAME) instanceof RouteHeader route
        && route.getAddress().getURI() instanceof SipURI uri
        && !uri.hasLrParam();
  }

  /**
   * An exception that the container hands to the application as the {@link IOException} inside: it
   * looks one cause deep, and the stack wraps an exception of the router for ACK (RFC 3261
   * §13.2.2.4) in none, a {@link SipException} for any other request in another one.
   */
  private static SipException refused(SIPRequest request, String message) {
    IOException failure = new IOException(message);
    if (Request.ACK.equals(request.getMethod())) {
      return new SipException(message, failure);
    }
    throw new UncheckedIOException(failure);
  }
}
