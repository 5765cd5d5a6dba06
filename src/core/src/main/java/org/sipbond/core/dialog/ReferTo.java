package org.sipbond.core.dialog;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.sipbond.core.bond.Listener;
import org.sipbond.core.net.HostPort;
import org.sipbond.core.net.IpLiteral;
import org.sipbond.core.net.TargetUri;
import org.sipbond.core.net.Transport;

/**
 * The value of a Refer-To header, as the other leg has to see it. See RFC 3515 §2.1.
 *
 * @param before what stands before the URI: a display name and the bracket, or nothing
 * @param uri without its headers
 * @param headers what follows the question mark; empty text for none
 * @param after what follows the URI
 */
record ReferTo(String before, String uri, String headers, String after) {

  static ReferTo parse(String value) {
    int open = bracket(value);
    int close = value.indexOf('>', open + 1);
    if (open < 0 || close < 0) {
      int end = value.indexOf(';') < 0 ? value.length() : value.indexOf(';');
      return of("", value.substring(0, end).strip(), value.substring(end));
    }
    return of(
        value.substring(0, open + 1), value.substring(open + 1, close), value.substring(close));
  }

  private static ReferTo of(String before, String whole, String after) {
    int question = whole.indexOf('?', whole.indexOf('@') + 1);
    return question < 0
        ? new ReferTo(before, whole, "", after)
        : new ReferTo(before, whole.substring(0, question), whole.substring(question + 1), after);
  }

  /**
   * The same for a peer that {@code member} sends to. An IP address in it belongs to the other
   * side, be it a peer's or sipbond's own: the referee is sent to the member instead, where the
   * rules say where the user is. A domain stays.
   */
  ReferTo across(UnaryOperator<DialogReference> dialogs, Listener member) {
    String there =
        TargetUri.parse(uri)
            .filter(target -> IpLiteral.parse(target.target()).isPresent())
            .map(target -> at(member, target).toString())
            .orElse(uri);
    return new ReferTo(before, there, UriHeaders.rewrite(headers, dialogs), after);
  }

  private static TargetUri at(Listener member, TargetUri target) {
    Map<String, String> parameters = new LinkedHashMap<>(target.parameters());
    parameters.remove("maddr");
    parameters.remove("transport");
    if (member.transport() != Transport.UDP && !target.secure()) {
      parameters.put("transport", member.transport().toString());
    }
    HostPort there = member.advertised();
    return new TargetUri(target.scheme(), target.user(), there.host(), there.port(), parameters);
  }

  private static int bracket(String value) {
    boolean quoted = false;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (quoted && c == '\\') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == '<' && !quoted) {
        return i;
      }
    }
    return -1;
  }

  /** The header's value. */
  @Override
  public String toString() {
    return before + uri + (headers.isEmpty() ? "" : "?" + headers) + after;
  }
}
