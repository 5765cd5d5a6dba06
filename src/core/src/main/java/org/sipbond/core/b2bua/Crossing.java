package org.sipbond.core.b2bua;

/**
 * Which way a message goes, by the trust of the bonds (RFC 3324 §2.3, trust domain).
 *
 * @param fromTrusted whether it came in by a trusted bond
 * @param toTrusted whether it leaves by one
 */
public record Crossing(boolean fromTrusted, boolean toTrusted) {

  /** Whether it stays within the trust domain. */
  boolean within() {
    return fromTrusted && toTrusted;
  }
}
