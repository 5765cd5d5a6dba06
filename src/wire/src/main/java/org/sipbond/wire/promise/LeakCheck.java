package org.sipbond.wire.promise;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sipbond.core.net.HostPort;
import org.sipbond.core.net.IpLiteral;
import org.sipbond.wire.Header;
import org.sipbond.wire.NameAddr;
import org.sipbond.wire.WireMessage;

/**
 * Nothing of one side in the other side's messages: no Call-ID, tag or branch in any header, no
 * address in any header but those that name people. Request-URI and body are not looked at: what
 * they carry is the rule's and the media's business.
 */
final class LeakCheck {
  /** Shorter tokens are compared only where they are what they seem to be. */
  private static final int TELLING = 6;

  private static final Pattern BETWEEN_TOKENS = Pattern.compile("[\\s;,=<>\"?&]+");
  private static final Pattern ADDRESS =
      Pattern.compile(
          "\\[([0-9A-Fa-f:.]+)\\](?::(\\d{1,5}))?"
              + "|(?<![\\d.])(\\d+\\.\\d+\\.\\d+\\.\\d+)(?::(\\d{1,5}))?"
              + "|(?<![\\w:.])([0-9A-Fa-f]*:[0-9A-Fa-f]*:[0-9A-Fa-f:.]*)"
              + "|(?<=[@\\s/:])([A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+)(?::(\\d{1,5}))?");
  private static final Set<String> OF_PEOPLE =
      Set.of(
          "from",
          "to",
          "reply-to",
          "p-asserted-identity",
          "p-preferred-identity",
          "remote-party-id",
          "diversion",
          "history-info");

  private final Side side;
  private final List<Secrets> secrets;

  LeakCheck(Side side, List<Secrets> secrets) {
    this.side = side;
    this.secrets = secrets;
  }

  List<Violation> faults(WireMessage message) {
    List<String> faults = new ArrayList<>();
    for (Secrets other : secrets) {
      for (Header header : message.text().headers()) {
        identifiers(header)
            .flatMap(token -> other.identifier(token).stream())
            .forEach(found -> faults.add(header.longName() + " holds " + found));
        addresses(header)
            .flatMap(address -> other.address(address).stream())
            .forEach(found -> faults.add(header.longName() + " holds " + found));
      }
    }
    return faults.stream()
        .distinct()
        .map(fault -> new Violation(side.name(), fault, message.toString()))
        .toList();
  }

  private static Stream<String> identifiers(Header header) {
    Stream<String> tokens =
        BETWEEN_TOKENS.splitAsStream(header.value()).filter(token -> token.length() >= TELLING);
    if (header.is("Call-ID")) {
      return Stream.concat(tokens, Stream.of(header.value()));
    }
    return header.is("From") || header.is("To")
        ? Stream.concat(tokens, NameAddr.parse(header.value()).tag().stream())
        : tokens;
  }

  private static Stream<String> addresses(Header header) {
    return OF_PEOPLE.contains(header.longName().toLowerCase(Locale.ROOT))
        ? Stream.empty()
        : ADDRESS.matcher(header.value()).results().flatMap(LeakCheck::forms);
  }

  /** The host, and host with port, both in the form of values. */
  private static Stream<String> forms(MatchResult matcher) {
    String host = group(matcher, 1, 3, 5, 6);
    String port = group(matcher, 2, 4, 7);
    Optional<String> canonical = IpLiteral.parse(host).map(IpLiteral::text);
    String name = canonical.orElse(host);
    return port.isEmpty()
        ? Stream.of(name)
        : Stream.concat(
            Stream.of(name),
            HostPort.parse((name.indexOf(':') < 0 ? name : "[" + name + "]") + ":" + port).stream()
                .map(HostPort::toString));
  }

  private static String group(MatchResult matcher, int... numbers) {
    for (int number : numbers) {
      if (matcher.group(number) != null) {
        return matcher.group(number);
      }
    }
    return "";
  }
}
