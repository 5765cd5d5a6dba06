package org.sipbond.core.b2bua;

import static org.sipbond.core.b2bua.Fate.ANEW;
import static org.sipbond.core.b2bua.Fate.ASSERTED;
import static org.sipbond.core.b2bua.Fate.DIALOG;
import static org.sipbond.core.b2bua.Fate.OPTIONS;
import static org.sipbond.core.b2bua.Fate.PASSES;
import static org.sipbond.core.b2bua.Fate.PERSONAL;
import static org.sipbond.core.b2bua.Fate.REFERENCE;
import static org.sipbond.core.b2bua.Fate.SIGNED;
import static org.sipbond.core.b2bua.Fate.STAYS;
import static org.sipbond.core.b2bua.Fate.TRUST_DOMAIN;
import static org.sipbond.core.b2bua.Fate.VOUCHED;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every header that sipbond knows of, and what becomes of it; {@code src/docs/headers.md} has the
 * same table. What is in no row passes: most extensions work from end to end.
 */
public final class HeaderTable {
  /** Any other header of the private networks of RFC 7315 and its like. */
  private static final String PRIVATE_NETWORKS = "p-";

  private static final List<HeaderRow> ROWS =
      List.of(
          row("Accept", PASSES, "RFC 3261 §20.1"),
          row("Accept-Contact", "a", PASSES, "RFC 3841: caller preferences"),
          row("Accept-Encoding", PASSES, "RFC 3261 §20.2"),
          row("Accept-Language", PASSES, "RFC 3261 §20.3"),
          row("Accept-Resource-Priority", PASSES, "RFC 4412 §3.2"),
          row("Additional-Identity", TRUST_DOMAIN, "3GPP TS 24.229: an identity"),
          row("Alert-Info", REFERENCE, "RFC 3261 §20.4"),
          row("Allow", PASSES, "RFC 3261 §20.5: sipbond passes every method"),
          row("Allow-Events", "u", PASSES, "RFC 6665 §8.2.2"),
          row("Authentication-Info", PASSES, "RFC 3261 §20.6: digest from end to end"),
          row("Authorization", PASSES, "RFC 3261 §22: digest from end to end"),
          row("Call-ID", "i", ANEW, "RFC 3261 §20.8: names the dialog of its leg"),
          row("Call-Info", PERSONAL, "RFC 3261 §20.9, RFC 3323 §5.3"),
          row("Cellular-Network-Info", TRUST_DOMAIN, "3GPP TS 24.229: where somebody is"),
          row("Contact", "m", ANEW, "RFC 3261 §20.10: names the member"),
          row("Content-Disposition", PASSES, "RFC 3261 §20.11: of the body"),
          row("Content-Encoding", "e", PASSES, "RFC 3261 §20.12: of the body"),
          row("Content-Language", PASSES, "RFC 3261 §20.13: of the body"),
          row("Content-Length", "l", ANEW, "RFC 3261 §20.14: as the body, which passes, is long"),
          row("Content-Type", "c", ANEW, "RFC 3261 §20.15: written with the body, which passes"),
          row("CSeq", ANEW, "RFC 3261 §20.16: of the dialog of its leg"),
          row("Diversion", TRUST_DOMAIN, "RFC 5806: who somebody is, and hosts"),
          row("Error-Info", REFERENCE, "RFC 3261 §20.18"),
          row("Event", "o", PASSES, "RFC 6665 §8.2.1"),
          row("Feature-Caps", STAYS, "RFC 6809: tells of the hosts on the path of a leg"),
          row("Flow-Timer", STAYS, "RFC 5626 §4.4: of a flow of its leg"),
          row("From", "f", ANEW, "RFC 3261 §20.20; anonymous where Privacy asks for it"),
          row("Geolocation", PASSES, "RFC 6442 §4.1"),
          row("History-Info", TRUST_DOMAIN, "RFC 7044 §10.1: who somebody is, and hosts"),
          row("Identity", "y", SIGNED, "RFC 8224 §4: holds who signed for whom"),
          row("Identity-Info", "n", SIGNED, "RFC 4474: goes with Identity"),
          row("In-Reply-To", STAYS, "RFC 3261 §20.21: Call-IDs of its side"),
          row("Join", DIALOG, "RFC 3911"),
          row("Max-Breadth", STAYS, "RFC 5393 §5.3: forking begins anew"),
          row("Max-Forwards", ANEW, "RFC 3261 §20.22: one less than came in"),
          row("MIME-Version", PASSES, "RFC 3261 §20.24: of the body"),
          row("Min-SE", ANEW, "RFC 4028 §5: of the session timer of its leg"),
          row("Organization", PERSONAL, "RFC 3261 §20.25, RFC 3323 §5.3"),
          row("P-Asserted-Identity", ASSERTED, "RFC 3325 §5, §7"),
          row("P-Preferred-Identity", STAYS, "RFC 3325 §6: for the first proxy only"),
          row("P-*", TRUST_DOMAIN, "RFC 7315 and others: for private networks"),
          row("Path", ANEW, "RFC 3327: names hosts of its leg"),
          row("Privacy", Fate.PRIVACY, "RFC 3323 §5"),
          row("Proxy-Authenticate", PASSES, "RFC 3261 §22: digest from end to end"),
          row("Proxy-Authentication-Info", PASSES, "RFC 7615: digest from end to end"),
          row("Proxy-Authorization", PASSES, "RFC 3261 §22: digest from end to end"),
          row("Proxy-Require", OPTIONS, "RFC 3261 §20.29; 420 where a tag does not pass"),
          row("RAck", ANEW, "RFC 3262 §7.2: numbers of its leg"),
          row("Reason", PASSES, "RFC 3326"),
          row("Record-Route", ANEW, "RFC 3261 §20.30: names hosts of its leg"),
          row("Refer-To", "r", DIALOG, "RFC 3515; Replaces in its URI"),
          row("Referred-By", "b", PERSONAL, "RFC 3892, RFC 3323 §5.3"),
          row("Reject-Contact", "j", PASSES, "RFC 3841: caller preferences"),
          row("Relayed-Charge", TRUST_DOMAIN, "3GPP TS 24.229: charging"),
          row("Remote-Party-ID", TRUST_DOMAIN, "never a standard; what P-Asserted-Identity is"),
          row("Replaces", DIALOG, "RFC 3891"),
          row("Reply-To", PERSONAL, "RFC 3261 §20.31, RFC 3323 §5.3"),
          row("Request-Disposition", "d", PASSES, "RFC 3841: caller preferences"),
          row("Require", OPTIONS, "RFC 3261 §20.32; 420 where a tag does not pass"),
          row("Resource-Priority", VOUCHED, "RFC 4412 §11: who may be first has to be known"),
          row("Route", ANEW, "RFC 3261 §20.34: names hosts of its leg"),
          row("RSeq", ANEW, "RFC 3262 §7.1: numbers of its leg"),
          row("Security-Client", STAYS, "RFC 3329: between neighbours"),
          row("Security-Server", STAYS, "RFC 3329: between neighbours"),
          row("Security-Verify", STAYS, "RFC 3329: between neighbours"),
          row("Server", STAYS, "RFC 3261 §20.35: software of its side"),
          row("Service-Interact-Info", TRUST_DOMAIN, "3GPP TS 24.229: services of a network"),
          row("Service-Route", ANEW, "RFC 3608: names hosts of its leg"),
          row("Session-Expires", "x", ANEW, "RFC 4028 §4: of the session timer of its leg"),
          row("Session-ID", PASSES, "RFC 7989: made to pass user agents in between"),
          row("SIP-ETag", PASSES, "RFC 3903 §11.3.1"),
          row("SIP-If-Match", PASSES, "RFC 3903 §11.3.2"),
          row("Subject", "s", PERSONAL, "RFC 3261 §20.36, RFC 3323 §5.3"),
          row("Subscription-State", PASSES, "RFC 6665 §8.2.3"),
          row("Supported", "k", OPTIONS, "RFC 3261 §20.37"),
          row("Target-Dialog", DIALOG, "RFC 4538"),
          row("To", "t", ANEW, "RFC 3261 §20.39: host as the rule says"),
          row("Unsupported", OPTIONS, "RFC 3261 §20.40"),
          row("User-Agent", STAYS, "RFC 3261 §20.41: software of its side"),
          row("User-to-User", PASSES, "RFC 7433"),
          row("Via", "v", ANEW, "RFC 3261 §20.42: names the member"),
          row("Warning", STAYS, "RFC 3261 §20.43: names hosts of its side"),
          row("WWW-Authenticate", PASSES, "RFC 3261 §22: digest from end to end"),
          row("X-Sipbond-Destination", STAYS, "container.md: from a peer it would steer"));

  private static final HeaderRow OF_PRIVATE_NETWORKS =
      ROWS.stream().filter(row -> row.name().equals("P-*")).findFirst().orElseThrow();

  private static final Map<String, HeaderRow> BY_NAME =
      ROWS.stream()
          .flatMap(row -> Stream.of(row.name(), row.compact()).map(name -> new Named(name, row)))
          .filter(named -> !named.name().isEmpty())
          .collect(Collectors.toUnmodifiableMap(Named::key, Named::row));

  private record Named(String name, HeaderRow row) {
    String key() {
      return name.toLowerCase(Locale.ROOT);
    }
  }

  private HeaderTable() {}

  /** All rows, by name. */
  public static List<HeaderRow> rows() {
    return ROWS;
  }

  /**
   * The row of a header, by its name or compact form without regard to case; one of its own, that
   * passes, where the table has none.
   */
  public static HeaderRow row(String name) {
    String key = name.toLowerCase(Locale.ROOT);
    HeaderRow known = BY_NAME.get(key);
    if (known != null) {
      return known;
    }
    return key.startsWith(PRIVATE_NETWORKS)
        ? OF_PRIVATE_NETWORKS
        : row(name, PASSES, "unknown headers work from end to end");
  }

  private static HeaderRow row(String name, Fate fate, String why) {
    return row(name, "", fate, why);
  }

  private static HeaderRow row(String name, String compact, Fate fate, String why) {
    return new HeaderRow(name, compact, fate, why);
  }
}
