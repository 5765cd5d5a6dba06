package org.sipbond.sip.message;

import java.io.IOException;
import java.util.Optional;
import javax.servlet.sip.Address;
import javax.servlet.sip.ServletParseException;
import javax.servlet.sip.SipFactory;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipURI;
import javax.servlet.sip.URI;
import javax.servlet.sip.ar.SipApplicationRoutingDirective;
import org.sipbond.core.bond.Listener;
import org.sipbond.core.bond.Selection;
import org.sipbond.core.net.IpLiteral;

/**
 * Writes the first request of the second leg. It is a new request, not a copy of the first leg's,
 * so that only what is put in can be seen on the other side. See RFC 7092 §3.2 (topology hiding).
 */
public final class Legs {

  private final SipFactory factory;
  private final DialogHeaders dialogs;

  public Legs(SipFactory factory, DialogHeaders dialogs) {
    this.factory = factory;
    this.dialogs = dialogs;
  }

  /**
   * The INVITE of the second leg, with a new dialog of its own; not sent yet.
   *
   * @param requestUri also the host of To; max-forwards of {@code first} is at least 1
   * @param member what it leaves by; the listener stands in for an IP address in From, the bond
   *     says whether From may be seen at all
   * @throws IOException if the body cannot be read
   */
  public SipServletRequest second(
      SipServletRequest first, String requestUri, Selection.Chosen member) throws IOException {
    URI target = uri(requestUri);
    boolean hidden = !member.bond().trusted() && Headers.privacy(first).user();
    SipServletRequest second =
        factory.createRequest(
            first.getApplicationSession(),
            first.getMethod(),
            hidden ? anonymous() : from(first.getFrom(), member.listener()),
            to(first.getTo(), target));
    SessionTrust.tie(second.getSession(), member.bond());
    second.setRequestURI(target);
    // Without this the application router would hand the new request to this application again.
    second.setRoutingDirective(SipApplicationRoutingDirective.CONTINUE, first);
    Headers.copy(first, second);
    dialogs.rewrite(second, member.listener());
    return second;
  }

  private URI uri(String text) {
    try {
      return factory.createURI(text);
    } catch (ServletParseException unreadable) {
      throw new IllegalStateException("container cannot read the uri " + text, unreadable);
    }
  }

  /** See RFC 3323 §4.1.1.3. */
  private Address anonymous() {
    return factory.createAddress(
        factory.createSipURI("anonymous", "anonymous.invalid"), "Anonymous");
  }

  private Address from(Address original, Listener member) {
    URI uri = original.getURI().clone();
    if (uri instanceof SipURI sip && IpLiteral.parse(sip.getHost()).isPresent()) {
      uri = withHost(sip, bracketed(member.advertised().host()));
    }
    return address(uri, original);
  }

  private Address to(Address original, URI target) {
    URI uri = original.getURI().clone();
    if (uri instanceof SipURI sip && target instanceof SipURI sipTarget) {
      uri = withHost(sip, sipTarget.getHost());
    }
    return address(uri, original);
  }

  /** User and host only: port and parameters belong to the other side. */
  private URI withHost(SipURI sip, String host) {
    SipURI renamed = factory.createSipURI(Optional.ofNullable(sip.getUser()).orElse(""), host);
    renamed.setSecure(sip.isSecure());
    return renamed;
  }

  private Address address(URI uri, Address original) {
    String displayName = original.getDisplayName();
    Address address =
        displayName == null ? factory.createAddress(uri) : factory.createAddress(uri, displayName);
    return address;
  }

  private static String bracketed(String host) {
    return host.indexOf(':') < 0 ? host : "[" + host + "]";
  }
}
