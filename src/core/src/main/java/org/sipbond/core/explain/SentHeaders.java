package org.sipbond.core.explain;

import java.util.Locale;
import org.sipbond.core.bond.Listener;
import org.sipbond.core.net.TargetUri;
import org.sipbond.core.net.Transport;

/**
 * What a request says of the listener that it leaves by.
 *
 * @param via of RFC 3261 §18.1.1, without its parameters
 * @param contact of RFC 3261 §8.1.1.8, without a display name
 * @param recordRoute of RFC 3261 §16.6, or why there is none
 */
record SentHeaders(String via, String contact, String recordRoute) {

  /** What a back-to-back user agent sends; its user is that of From. */
  static SentHeaders of(Listener member, Inquiry inquiry) {
    Transport transport = member.transport();
    return new SentHeaders(
        "SIP/2.0/" + transport.name().toUpperCase(Locale.ROOT) + " " + member.advertised(),
        "<sip:"
            + user(inquiry)
            + member.advertised()
            + (transport == Transport.UDP ? "" : ";transport=" + transport)
            + ">",
        "none: back-to-back user agent");
  }

  private static String user(Inquiry inquiry) {
    String from =
        inquiry.fold(uri -> "", request -> request.facts().from(), call -> call.facts().from());
    return TargetUri.parse(from)
        .map(TargetUri::user)
        .filter(user -> !user.isEmpty())
        .map(user -> user + "@")
        .orElse("");
  }
}
