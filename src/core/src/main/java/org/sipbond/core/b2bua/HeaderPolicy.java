package org.sipbond.core.b2bua;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which header fields of one leg go on to the other. What names a leg's own route, dialog or
 * software stays there; everything else passes. Header names compare without case.
 */
public final class HeaderPolicy {

  /** Written by the container for each leg: dialog, transaction and route of that leg. */
  private static final Set<String> OWN_OF_A_LEG =
      lowerCase(
          "Call-ID",
          "CSeq",
          "Contact",
          "Content-Length",
          "Content-Type",
          "From",
          "Max-Forwards",
          "Path",
          "Record-Route",
          "Route",
          "Service-Route",
          "To",
          "Via");

  /** Compact forms of the above. See RFC 3261 §7.3.3. */
  private static final Set<String> OWN_OF_A_LEG_COMPACT =
      lowerCase("c", "f", "i", "l", "m", "t", "v");

  /** Names hosts or software of a leg, or belongs to an extension that ends at sipbond. */
  private static final Set<String> TOPOLOGY =
      lowerCase(
          "Flow-Timer",
          "RAck",
          "RSeq",
          "Require",
          "Server",
          "Supported",
          "k",
          "Unsupported",
          "User-Agent",
          "Warning",
          // What the application tells its container; from a peer it would steer
          // (src/docs/container.md).
          "X-Sipbond-Destination");

  /** Extensions that work from end to end without sipbond's help. */
  private static final Set<String> TRANSPARENT_OPTIONS =
      lowerCase("timer", "histinfo", "early-session", "precondition", "tdialog", "norefersub");

  private HeaderPolicy() {}

  /** Whether a header field of this name is copied to the other leg. */
  public static boolean passes(String header) {
    String name = header.toLowerCase(Locale.ROOT);
    return Stream.of(OWN_OF_A_LEG, OWN_OF_A_LEG_COMPACT, TOPOLOGY)
        .noneMatch(set -> set.contains(name));
  }

  /**
   * The option tags of a Supported or Require header that go on to the other leg, as one header
   * value; empty when none is left. See RFC 3261 §19.2.
   */
  public static Optional<String> passingOptions(List<String> headerValues) {
    return joined(headerValues, HeaderPolicy::passesOption);
  }

  /**
   * The option tags of a Require header that sipbond cannot serve, as the value of an Unsupported
   * header; empty when there is none. See RFC 3261 §8.2.2.3.
   */
  public static Optional<String> unsupportedOptions(List<String> requireValues) {
    return joined(requireValues, option -> !passesOption(option));
  }

  private static boolean passesOption(String option) {
    return TRANSPARENT_OPTIONS.contains(option.toLowerCase(Locale.ROOT));
  }

  private static Optional<String> joined(List<String> headerValues, Predicate<String> kept) {
    String value =
        headerValues.stream()
            .flatMap(line -> Arrays.stream(line.split(",", -1)))
            .map(String::strip)
            .filter(option -> !option.isEmpty() && kept.test(option))
            .collect(Collectors.joining(", "));
    return value.isEmpty() ? Optional.empty() : Optional.of(value);
  }

  private static Set<String> lowerCase(String... names) {
    return Arrays.stream(names)
        .map(name -> name.toLowerCase(Locale.ROOT))
        .collect(Collectors.toUnmodifiableSet());
  }
}
