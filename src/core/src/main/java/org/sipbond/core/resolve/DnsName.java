package org.sipbond.core.resolve;

import java.util.Locale;

/** Names as values hold them, so that they compare as DNS compares them (RFC 4343). */
final class DnsName {
  /** As the target of an SRV record: the service is not there (RFC 2782). */
  static final String ROOT = ".";

  private DnsName() {}

  /** In lower case and without the dot at its end, except for the root. */
  static String canonical(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") && lower.length() > 1
        ? lower.substring(0, lower.length() - 1)
        : lower;
  }
}
