package org.sipbond.wire;

import java.util.regex.Pattern;

/** The first line of a message. See RFC 3261 §7.1 and §7.2. */
final class StartLine {
  private static final Pattern REQUEST =
      Pattern.compile("[A-Za-z0-9.!%*_+`'~-]+ \\S+ SIP/2\\.0", Pattern.CASE_INSENSITIVE);
  private static final Pattern STATUS =
      Pattern.compile("SIP/2\\.0 [1-6]\\d\\d( .*)?", Pattern.CASE_INSENSITIVE);

  private StartLine() {}

  static boolean isValid(String line) {
    return REQUEST.matcher(line).matches() || STATUS.matcher(line).matches();
  }
}
