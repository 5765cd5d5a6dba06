package org.sipbond.sip.message;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.servlet.sip.SipServletMessage;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.sipbond.core.b2bua.HeaderField;
import org.sipbond.core.b2bua.TimerTalk;

/** Reads and writes the headers of session timers. See RFC 4028 §4, §5. */
public final class SessionHeaders {
  private static final String SUPPORTED = "Supported";
  private static final String REQUIRE = "Require";
  private static final Set<String> REFRESHING = Set.of("INVITE", "UPDATE");

  private SessionHeaders() {}

  /** Whether requests of that method refresh a session. */
  public static boolean refreshes(String method) {
    return REFRESHING.contains(method);
  }

  /** What a message says of the session timer of its leg. */
  public static TimerTalk talk(SipServletMessage message) {
    List<HeaderField> fields =
        Stream.of(SUPPORTED, REQUIRE, TimerTalk.SESSION_EXPIRES, TimerTalk.MIN_SE)
            .flatMap(
                name ->
                    Headers.values(message, name).stream()
                        .map(value -> new HeaderField(name, value)))
            .toList();
    return TimerTalk.of(fields);
  }

  /** Whether the sender takes UPDATE. */
  public static boolean allowsUpdate(SipServletMessage message) {
    return Headers.values(message, "Allow").stream()
        .flatMap(value -> Arrays.stream(value.split(",", -1)))
        .anyMatch(method -> method.strip().equals("UPDATE"));
  }

  /** Whether the sender says what methods it takes. */
  public static boolean tellsMethods(SipServletMessage message) {
    return message.getHeader("Allow") != null;
  }

  /** Asks for a session timer. */
  public static void ask(SipServletRequest request, String sessionExpires, Duration least) {
    request.addHeader(SUPPORTED, TimerTalk.OPTION);
    request.setHeader(TimerTalk.SESSION_EXPIRES, sessionExpires);
    request.setHeader(TimerTalk.MIN_SE, Long.toString(least.toSeconds()));
  }

  /** Grants one, to a peer that knows what that is. See RFC 4028 §9. */
  public static void grant(SipServletResponse success, String sessionExpires) {
    success.addHeader(SUPPORTED, TimerTalk.OPTION);
    success.addHeader(REQUIRE, TimerTalk.OPTION);
    success.setHeader(TimerTalk.SESSION_EXPIRES, sessionExpires);
  }
}
