package org.sipbond.wire;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sequence number and method of a transaction within its dialog. See RFC 3261 §20.16. */
public record CSeq(long number, String method) {
  private static final Pattern CSEQ = Pattern.compile("(\\d{1,10})\\s+(\\S+)");

  /** Reads a value; empty when it is no CSeq. */
  public static Optional<CSeq> parse(String value) {
    Matcher matcher = CSEQ.matcher(value.strip());
    return matcher.matches()
        ? Optional.of(new CSeq(Long.parseLong(matcher.group(1)), matcher.group(2)))
        : Optional.empty();
  }

  /** {@code 1 INVITE}. */
  @Override
  public String toString() {
    return number + " " + method;
  }
}
