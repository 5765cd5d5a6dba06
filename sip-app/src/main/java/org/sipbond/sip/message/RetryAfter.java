package org.sipbond.sip.message;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.servlet.sip.SipServletResponse;

/** How long a peer wants to be left alone. See RFC 3261 §20.33. */
public final class RetryAfter {
  private static final String HEADER = "Retry-After";

  /** Ten digits are the most that a reader has to take (RFC 3261 §20, delta-seconds). */
  private static final Pattern SECONDS = Pattern.compile("\\s*(\\d{1,10})(?=[\\s;(]|$).*");

  private RetryAfter() {}

  /** What a response says; empty where it says nothing that can be read. */
  public static Optional<Duration> of(SipServletResponse response) {
    return Optional.ofNullable(response.getHeader(HEADER))
        .map(SECONDS::matcher)
        .filter(Matcher::matches)
        .map(matcher -> Duration.ofSeconds(Long.parseLong(matcher.group(1))));
  }
}
