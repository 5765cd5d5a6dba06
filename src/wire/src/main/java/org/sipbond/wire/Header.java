package org.sipbond.wire;

import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;

/**
 * One header field as it was written, unfolded.
 *
 * @param name long or compact form, in the sender's case
 * @param value without surrounding white space; may hold several values joined by commas
 */
public record Header(String name, String value) {
  /** See RFC 3261 §7.3.3 and the header field registry of IANA. */
  private static final Map<String, String> COMPACT =
      Map.ofEntries(
          entry("a", "Accept-Contact"),
          entry("b", "Referred-By"),
          entry("c", "Content-Type"),
          entry("d", "Request-Disposition"),
          entry("e", "Content-Encoding"),
          entry("f", "From"),
          entry("i", "Call-ID"),
          entry("j", "Reject-Contact"),
          entry("k", "Supported"),
          entry("l", "Content-Length"),
          entry("m", "Contact"),
          entry("n", "Identity-Info"),
          entry("o", "Event"),
          entry("r", "Refer-To"),
          entry("s", "Subject"),
          entry("t", "To"),
          entry("u", "Allow-Events"),
          entry("v", "Via"),
          entry("x", "Session-Expires"),
          entry("y", "Identity"));

  /** The long form of the name; the name itself where it has no compact form. */
  public String longName() {
    return name.length() == 1 ? COMPACT.getOrDefault(name.toLowerCase(Locale.ROOT), name) : name;
  }

  /** Whether this is the header field of that long name, in any case, compact or not. */
  public boolean is(String otherLongName) {
    return longName().equalsIgnoreCase(otherLongName);
  }

  /** {@code Name: value}. */
  @Override
  public String toString() {
    return name + ": " + value;
  }
}
