package org.sipbond.testkit.capture;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.sipbond.core.net.IpLiteral;
import org.sipbond.wire.Endpoints;

/** A capture filter of libpcap. See pcap-filter(7). */
final class Filter {
  private Filter() {}

  /** Every packet from or to one of these endpoints. */
  static String of(Endpoints endpoints, InetSocketAddress probe) {
    List<String> terms = new ArrayList<>();
    endpoints.hosts().forEach(host -> terms.add("host " + IpLiteral.text(host)));
    endpoints.sockets().forEach(socket -> terms.add(term(socket)));
    Collections.sort(terms);
    terms.add(term(probe));
    return String.join(" or ", terms);
  }

  private static String term(InetSocketAddress socket) {
    return "(host " + IpLiteral.text(socket.getAddress()) + " and port " + socket.getPort() + ")";
  }
}
