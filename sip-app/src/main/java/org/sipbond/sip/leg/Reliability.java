package org.sipbond.sip.leg;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.servlet.sip.SipServletMessage;
import org.sipbond.sip.message.Headers;

/** Whether an INVITE asks for provisional responses that are acknowledged. See RFC 3262 §4. */
public final class Reliability {
  private static final String TAG = "100rel";
  private static final String SUPPORTED = "Supported";
  private static final String REQUIRE = "Require";

  private Reliability() {}

  /** Whether the sender of an INVITE acknowledges provisional responses. */
  public static boolean isSupported(SipServletMessage invite) {
    return Stream.of(SUPPORTED, REQUIRE)
        .flatMap(header -> options(invite, header))
        .anyMatch(TAG::equalsIgnoreCase);
  }

  /** Whether the sender of an INVITE takes no other provisional responses. */
  public static boolean isRequired(SipServletMessage invite) {
    return options(invite, REQUIRE).anyMatch(TAG::equalsIgnoreCase);
  }

  /** Lets an INVITE ask for none. */
  static void without(SipServletMessage invite) {
    String rest =
        options(invite, SUPPORTED)
            .filter(option -> !option.equalsIgnoreCase(TAG))
            .collect(Collectors.joining(", "));
    invite.removeHeader(SUPPORTED);
    if (!rest.isEmpty()) {
      invite.setHeader(SUPPORTED, rest);
    }
  }

  private static Stream<String> options(SipServletMessage message, String header) {
    return Headers.values(message, header).stream()
        .flatMap(value -> Arrays.stream(value.split(",", -1)))
        .map(String::strip)
        .filter(option -> !option.isEmpty());
  }
}
