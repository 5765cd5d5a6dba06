package org.sipbond.core.rule;

import java.util.ArrayList;
import java.util.List;
import org.sipbond.core.net.Network;

/**
 * What a rule asks of a request besides the bond it came in by. An empty list asks nothing; of a
 * list with entries one has to fit.
 *
 * @param methods in capital letters
 * @param users fit the user of the Request-URI, escapes resolved
 * @param from fit {@code user@host} of the From URI; see {@link AddressText}
 * @param to fit {@code user@host} of the To URI
 */
public record Match(
    List<Network> sources,
    List<String> methods,
    List<TextPattern> users,
    List<TextPattern> from,
    List<TextPattern> to) {
  /** Asks nothing. */
  public static final Match ANY = new Match(List.of(), List.of(), List.of(), List.of(), List.of());

  public Match {
    sources = List.copyOf(sources);
    methods = List.copyOf(methods);
    users = List.copyOf(users);
    from = List.copyOf(from);
    to = List.copyOf(to);
  }

  /** Whether the request fits in all. */
  public boolean fits(RequestFacts request) {
    return (sources.isEmpty()
            || sources.stream().anyMatch(source -> source.contains(request.source())))
        && (methods.isEmpty() || methods.contains(request.method()))
        && one(users, request.requestUri().decodedUser())
        && one(from, AddressText.of(request.from()))
        && one(to, AddressText.of(request.to()));
  }

  private static boolean one(List<TextPattern> patterns, String text) {
    return patterns.isEmpty() || patterns.stream().anyMatch(pattern -> pattern.matches(text));
  }

  /** The keys of the configuration with their values: {@code method INVITE, user 00*}. */
  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    add(parts, "source", sources);
    add(parts, "method", methods);
    add(parts, "user", users);
    add(parts, "from-address", from);
    add(parts, "to-address", to);
    return String.join(", ", parts);
  }

  private static void add(List<String> parts, String key, List<?> values) {
    if (!values.isEmpty()) {
      parts.add(key + " " + String.join(" or ", values.stream().map(Object::toString).toList()));
    }
  }
}
