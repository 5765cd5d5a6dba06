package org.sipbond.core.dialog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A header whose value names a dialog: a Call-ID, and the tags as parameters. */
public enum NamingHeader {
  /** RFC 3891 §6.1. */
  REPLACES("Replaces", "to-tag", "from-tag"),
  /** RFC 3911 §7.1. */
  JOIN("Join", "to-tag", "from-tag"),
  /** RFC 4538 §7; local is who sends it. */
  TARGET_DIALOG("Target-Dialog", "remote-tag", "local-tag");

  private final String header;
  private final String to;
  private final String from;

  NamingHeader(String header, String to, String from) {
    this.header = header;
    this.to = to;
    this.from = from;
  }

  /** The name of the header. */
  public String header() {
    return header;
  }

  /** The one of that name, in any case. */
  static Optional<NamingHeader> named(String name) {
    return Arrays.stream(values()).filter(one -> one.header.equalsIgnoreCase(name)).findFirst();
  }

  /**
   * The value with another reference in place of the one in it; all other parameters, such as
   * {@code early-only}, stay. A value that lacks a tag is not touched: its receiver refuses it.
   */
  public String rewrite(String value, UnaryOperator<DialogReference> across) {
    List<String> parts = List.of(value.split(";", -1));
    Optional<String> toTag = parameter(parts, to);
    Optional<String> fromTag = parameter(parts, from);
    if (toTag.isEmpty() || fromTag.isEmpty()) {
      return value;
    }
    DialogReference before = new DialogReference(parts.get(0).strip(), toTag.get(), fromTag.get());
    DialogReference after = across.apply(before);
    return after.equals(before) ? value : print(after, parts);
  }

  private String print(DialogReference after, List<String> parts) {
    List<String> written = new ArrayList<>();
    written.add(after.callId());
    for (String part : parts.subList(1, parts.size())) {
      String name = name(part);
      if (name.equals(to)) {
        written.add(to + "=" + after.toTag());
      } else if (name.equals(from)) {
        written.add(from + "=" + after.fromTag());
      } else {
        written.add(part.strip());
      }
    }
    return String.join(";", written);
  }

  private static Optional<String> parameter(List<String> parts, String wanted) {
    return parts.stream()
        .skip(1)
        .filter(part -> name(part).equals(wanted) && part.indexOf('=') >= 0)
        .map(part -> part.substring(part.indexOf('=') + 1).strip())
        .findFirst();
  }

  private static String name(String part) {
    int equals = part.indexOf('=');
    return (equals < 0 ? part : part.substring(0, equals)).strip().toLowerCase(Locale.ROOT);
  }
}
