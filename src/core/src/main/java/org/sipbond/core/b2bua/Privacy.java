package org.sipbond.core.b2bua;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a message asks not to be told of its sender to those who are not trusted. See RFC 3323 §4.2,
 * RFC 3325 §9.3, RFC 7044 §10.1.
 *
 * @param wishes priv-values in lower case, in their order
 */
public record Privacy(Set<String> wishes) {
  static final String HEADER = "Privacy";
  static final String CRITICAL = "critical";
  private static final String USER = "user";
  private static final String ID = "id";
  private static final String NONE = "none";

  /**
   * What towards an untrusted bond is always done: a leg names nobody's hosts but the member's, and
   * no history goes on.
   */
  private static final Set<String> DONE = Set.of(USER, "header", "history", CRITICAL);

  public Privacy {
    wishes = Set.copyOf(wishes);
  }

  /** What these fields ask for. Values are parted by semicolons, and by commas as many do. */
  public static Privacy of(List<HeaderField> fields) {
    return new Privacy(
        fields.stream()
            .filter(field -> field.is(HEADER))
            .flatMap(field -> values(field.value()).stream())
            .map(value -> value.toLowerCase(Locale.ROOT))
            .collect(Collectors.toCollection(LinkedHashSet::new)));
  }

  /** Whether the user's identity may not be seen: From, Subject and the like. */
  public boolean user() {
    return wishes.contains(USER) && !none();
  }

  /** Whether the identity that the network asserts may not be seen. */
  boolean id() {
    return wishes.contains(ID) && !none();
  }

  /**
   * What has to be done or the request must not go on, and is not done here: anonymous media, or a
   * word that is not known; empty where there is none. See RFC 3323 §5, 500 "Privacy failure".
   */
  public Optional<String> unmet() {
    return wishes.contains(CRITICAL)
        ? wishes.stream()
            .filter(wish -> !DONE.contains(wish) && !wish.equals(ID) && !wish.equals(NONE))
            .sorted()
            .findFirst()
        : Optional.empty();
  }

  /** What of a Privacy header is still to be known after all of that was done. */
  static Optional<String> rest(String value) {
    String rest =
        values(value).stream()
            .filter(wish -> !DONE.contains(wish.toLowerCase(Locale.ROOT)))
            .collect(Collectors.joining(";"));
    return rest.isEmpty() ? Optional.empty() : Optional.of(rest);
  }

  private boolean none() {
    return wishes.contains(NONE);
  }

  private static List<String> values(String header) {
    return Arrays.stream(header.split("[;,]", -1))
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .toList();
  }
}
