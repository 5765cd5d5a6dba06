package org.sipbond.core.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.sipbond.core.net.TargetUri;
import org.sipbond.core.resolve.NumericTarget;
import org.sipbond.core.rule.NextHop;

/** Reads {@code next-hops}: names with URIs. */
final class NextHopsReader {
  private static final String ALLOWED =
      "a SIP or SIPS URI, such as sip:192.0.2.9:5062;transport=tcp";

  private NextHopsReader() {}

  /** By declared name; empty where the next hop has a problem. */
  static Map<String, Optional<TargetUri>> read(Value nextHops) {
    Map<String, Optional<TargetUri>> byName = new LinkedHashMap<>();
    nextHops
        .names("a block of names with URIs")
        .orElse(Map.of())
        .forEach((name, value) -> byName.put(name, one(name, value)));
    return byName;
  }

  private static Optional<TargetUri> one(String name, Value value) {
    if (name.equals(NextHop.RequestUri.WORD)) {
      return value.refused(
          "the name " + Value.quoted(name), "another name; this one is the Request-URI itself");
    }
    Name.check(name, value);
    Optional<TargetUri> uri = value.as(TargetUri::parse, ALLOWED);
    uri.flatMap(NextHopsReader::allowedInstead)
        .ifPresent(
            allowed ->
                value.text(ALLOWED).ifPresent(text -> value.refused(Value.quoted(text), allowed)));
    return uri;
  }

  /** What is allowed where nothing can ever be sent, whatever DNS says; empty where it could. */
  private static Optional<String> allowedInstead(TargetUri uri) {
    return NumericTarget.of(uri)
        .fold(
            destination -> Optional.empty(),
            refused -> refused.hostName() ? Optional.empty() : Optional.of(refused.allowed()));
  }
}
