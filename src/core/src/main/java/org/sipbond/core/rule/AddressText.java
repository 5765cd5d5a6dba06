package org.sipbond.core.rule;

import java.util.Locale;
import org.sipbond.core.net.TargetUri;

/**
 * What a pattern for From and To is held against: {@code user@host} of a SIP URI, with escapes
 * resolved and the host in lower case; only the host where there is no user; for any other URI,
 * such as tel, what is between the scheme and its parameters.
 */
final class AddressText {
  private AddressText() {}

  static String of(String uri) {
    return TargetUri.parse(uri).map(AddressText::of).orElseGet(() -> other(uri));
  }

  private static String of(TargetUri uri) {
    String host = uri.host().toLowerCase(Locale.ROOT);
    return uri.user().isEmpty() ? host : uri.decodedUser() + "@" + host;
  }

  private static String other(String uri) {
    int parameters = uri.indexOf(';');
    String address = parameters < 0 ? uri : uri.substring(0, parameters);
    return address.substring(address.indexOf(':') + 1);
  }
}
