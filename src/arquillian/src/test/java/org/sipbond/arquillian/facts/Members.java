package org.sipbond.arquillian.facts;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import javax.servlet.ServletContext;
import javax.servlet.sip.SipServlet;
import javax.servlet.sip.SipURI;
import org.sipbond.core.net.IpLiteral;

/** The outbound interfaces of a context, by what they are in {@code arquillian.xml}. */
record Members(List<SipURI> all) {
  static final String UDP = "sip:127.0.30.1:30060;transport=udp";
  static final String TCP = "sip:127.0.30.1:30060;transport=tcp";
  static final String OTHER_UDP = "sip:127.0.30.2:30062;transport=udp";
  static final String UDP6 = "sip:[::1]:30060;transport=udp";
  static final String TCP6 = "sip:[::1]:30060;transport=tcp";

  static Members of(ServletContext context) {
    List<?> attribute = (List<?>) context.getAttribute(SipServlet.OUTBOUND_INTERFACES);
    return new Members(attribute.stream().map(SipURI.class::cast).toList());
  }

  /** Empty where this machine has no IPv6. */
  Optional<SipURI> find(String uri) {
    return all.stream().filter(member -> member.toString().equals(uri)).findFirst();
  }

  SipURI get(String uri) {
    return find(uri).orElseThrow();
  }

  static InetAddress address(SipURI member) {
    return IpLiteral.parse(member.getHost()).orElseThrow();
  }

  static InetSocketAddress socket(SipURI member) {
    return new InetSocketAddress(address(member), member.getPort());
  }
}
