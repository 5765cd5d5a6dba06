package org.sipbond.wire.agent;

import java.net.InetAddress;
import org.sipbond.core.net.AddressFamily;
import org.sipbond.core.net.IpLiteral;

/** Session descriptions to put into calls; nothing listens on their media ports. See RFC 8866. */
public final class Sdp {
  private static final int MEDIA_PORT = 40_000;

  private Sdp() {}

  /** One audio stream of G.711 µ-law at that address. */
  public static String audio(InetAddress address) {
    String family = AddressFamily.of(address) == AddressFamily.IPV4 ? "IP4 " : "IP6 ";
    String at = family + IpLiteral.text(address);
    return String.join(
        "\r\n",
        "v=0",
        "o=- 1 1 IN " + at,
        "s=-",
        "c=IN " + at,
        "t=0 0",
        "m=audio " + MEDIA_PORT + " RTP/AVP 0",
        "a=rtpmap:0 PCMU/8000",
        "");
  }
}
