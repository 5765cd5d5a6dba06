package org.sipbond.core.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.sipbond.core.net.Network;
import org.sipbond.core.rule.Match;
import org.sipbond.core.rule.TextPattern;

/** Reads what a rule asks of a request; each key takes one value or a list. */
record MatchReader(Block keys) {
  /** The methods of the IANA registry that come outside a dialog or start one. */
  private static final List<String> METHODS =
      List.of(
          "INVITE",
          "MESSAGE",
          "NOTIFY",
          "OPTIONS",
          "PUBLISH",
          "REFER",
          "REGISTER",
          "SUBSCRIBE",
          "INFO");

  private static final String PATTERNS =
      "a pattern such as 00* without blanks, where * is any text and ? one character";
  private static final String NETWORKS =
      "a network such as 192.0.2.0/24 or 2001:db8::/32, zero after its prefix, or one address";

  Match read() {
    return new Match(
        list(Keys.SOURCE, Network::parse, NETWORKS),
        list(
            Keys.METHOD,
            text -> Optional.of(text).filter(METHODS::contains),
            String.join(", ", METHODS)),
        list(Keys.USER, MatchReader::pattern, PATTERNS),
        list(Keys.FROM_ADDRESS, MatchReader::pattern, PATTERNS + ", held against user@host"),
        list(Keys.TO_ADDRESS, MatchReader::pattern, PATTERNS + ", held against user@host"));
  }

  /** An empty list is a problem: it would make the rule match more, not less. */
  private <T> List<T> list(String key, Function<String, Optional<T>> meaning, String allowed) {
    List<T> read = new ArrayList<>();
    Optional<Value> value = keys.get(key);
    Optional<List<Value>> values = value.flatMap(found -> found.oneOrMore(allowed));
    if (values.filter(List::isEmpty).isPresent()) {
      value.ifPresent(found -> found.refused("an empty list", allowed));
    }
    values.orElse(List.of()).forEach(one -> one.as(meaning, allowed).ifPresent(read::add));
    return read;
  }

  private static Optional<TextPattern> pattern(String text) {
    return Optional.of(text).filter(some -> some.matches("\\S+")).map(TextPattern::new);
  }
}
