package org.sipbond.core.net;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * IP addresses as text. Never queries DNS. An IPv4-mapped IPv6 address is the IPv4 address that it
 * maps, because that is what would leave this machine; zones ({@code fe80::1%eth0}) are no literals
 * here, because a SIP URI cannot hold them (RFC 3261 §25.1).
 */
public final class IpLiteral {
  private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
  private static final Pattern IPV4 = Pattern.compile("(" + OCTET + "\\.){3}" + OCTET);
  private static final Pattern IPV6 =
      Pattern.compile("(?=.{2,45}$)[0-9a-fA-F:]*:[0-9a-fA-F:]*(:[0-9.]+)?");
  private static final int GROUPS = 8;

  private IpLiteral() {}

  /** The address that {@code text} is: dotted IPv4, or IPv6 with or without brackets. */
  public static Optional<InetAddress> parse(String text) {
    if (IPV4.matcher(text).matches()) {
      return numeric(text);
    }
    String bare = bare(text);
    return IPV6.matcher(bare).matches() && embeddedIpv4IsPlain(bare)
        ? numeric(bare)
        : Optional.empty();
  }

  /** The address as RFC 5952 writes it, without brackets. */
  public static String text(InetAddress address) {
    return address instanceof Inet6Address ? ipv6(address.getAddress()) : address.getHostAddress();
  }

  /** The host of a URI: IPv6 in brackets (RFC 3261 §25.1). */
  public static String uriHost(InetAddress address) {
    String text = text(address);
    return text.indexOf(':') < 0 ? text : "[" + text + "]";
  }

  private static String bare(String text) {
    return text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
  }

  private static boolean embeddedIpv4IsPlain(String text) {
    return text.indexOf('.') < 0
        || IPV4.matcher(text.substring(text.lastIndexOf(':') + 1)).matches();
  }

  /** {@code getByName} asks no resolver for a text that is dotted decimal or holds a colon. */
  private static Optional<InetAddress> numeric(String text) {
    try {
      return Optional.of(InetAddress.getByName(text));
    } catch (UnknownHostException notNumeric) {
      return Optional.empty();
    }
  }

  private static String ipv6(byte[] bytes) {
    int[] groups = new int[GROUPS];
    for (int i = 0; i < GROUPS; i++) {
      groups[i] = (bytes[2 * i] & 0xff) << 8 | (bytes[2 * i + 1] & 0xff);
    }
    int start = 0;
    int length = 0;
    for (int i = 0; i < GROUPS; i++) {
      int run = zeros(groups, i);
      if (run > length) {
        start = i;
        length = run;
      }
    }
    return length < 2
        ? hex(groups, 0, GROUPS)
        : hex(groups, 0, start) + "::" + hex(groups, start + length, GROUPS);
  }

  private static int zeros(int[] groups, int from) {
    int end = from;
    while (end < GROUPS && groups[end] == 0) {
      end++;
    }
    return end - from;
  }

  private static String hex(int[] groups, int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to; i++) {
      text.append(i == from ? "" : ":").append(Integer.toHexString(groups[i]));
    }
    return text.toString();
  }
}
