package org.sipbond.core.b2bua;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What of a message goes on to the other leg: the rows of {@link HeaderTable}, as the trust of both
 * bonds and the wish for privacy have it. Requests and responses are treated alike, whatever their
 * method: no row depends on it.
 */
public final class HeaderPolicy {
  /** An address as the host of a URI: after a scheme, a user or slashes; IPv6 in brackets. */
  private static final Pattern ADDRESS =
      Pattern.compile("(?<=[@/:<\\s])(\\d{1,3}(\\.\\d{1,3}){3}(?![\\w.])|\\[[0-9A-Fa-f:.]+])");

  private HeaderPolicy() {}

  /** Whether a header field of this name can go on at all. */
  public static boolean mayPass(String header) {
    return !HeaderTable.row(header).fate().isNever();
  }

  /**
   * The fields that go on, in their order.
   *
   * @param fields those of the message that came in; what {@link #mayPass} denies need not be there
   */
  public static List<HeaderField> onward(List<HeaderField> fields, Crossing crossing) {
    Privacy privacy = Privacy.of(fields);
    return fields.stream().flatMap(field -> onward(field, crossing, privacy).stream()).toList();
  }

  private static Optional<HeaderField> onward(
      HeaderField field, Crossing crossing, Privacy privacy) {
    boolean exposed = !crossing.toTrusted();
    return switch (HeaderTable.row(field.name()).fate()) {
      case ANEW, STAYS -> Optional.empty();
      case PASSES, DIALOG -> Optional.of(field);
      case OPTIONS -> joined(Stream.of(field.value()), OptionTag::passes).map(with(field));
      case REFERENCE -> kept(field, !ADDRESS.matcher(field.value()).find());
      case VOUCHED -> kept(field, crossing.fromTrusted());
      case TRUST_DOMAIN -> kept(field, crossing.within());
      case ASSERTED -> kept(field, crossing.fromTrusted() && !(exposed && privacy.id()));
      case SIGNED -> kept(field, !(exposed && (privacy.id() || privacy.user())));
      case PERSONAL -> kept(field, !(exposed && privacy.user()));
      case PRIVACY ->
          (exposed ? Privacy.rest(field.value()) : Optional.of(field.value())).map(with(field));
    };
  }

  private static Optional<HeaderField> kept(HeaderField field, boolean passes) {
    return passes ? Optional.of(field) : Optional.empty();
  }

  private static Function<String, HeaderField> with(HeaderField field) {
    return value -> new HeaderField(field.name(), value);
  }

  /**
   * The option tags that sipbond cannot serve, as the value of an Unsupported header; empty when
   * there is none. See RFC 3261 §8.2.2.3 and §16.3.
   *
   * @param required the values of Require and Proxy-Require
   */
  public static Optional<String> unsupportedOptions(List<String> required) {
    return joined(required.stream(), tag -> !OptionTag.serves(tag));
  }

  private static Optional<String> joined(Stream<String> headerValues, Predicate<String> kept) {
    String value =
        headerValues
            .flatMap(line -> Arrays.stream(line.split(",", -1)))
            .map(String::strip)
            .filter(tag -> !tag.isEmpty() && kept.test(tag))
            .collect(Collectors.joining(", "));
    return value.isEmpty() ? Optional.empty() : Optional.of(value);
  }
}
