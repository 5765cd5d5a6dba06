package org.sipbond.container;

import java.util.List;

/** Lines for the container's default application router (JSR 289 appendix C). */
public final class ApplicationRouting {
  /** The router's word for methods that have no line. */
  private static final String OTHER = "ALL";

  private static final List<String> METHODS =
      List.of(
          "INVITE",
          "OPTIONS",
          "REGISTER",
          "MESSAGE",
          "SUBSCRIBE",
          "NOTIFY",
          "PUBLISH",
          "REFER",
          "INFO",
          "UPDATE",
          "PRACK",
          "ACK",
          "BYE",
          "CANCEL",
          OTHER);

  private ApplicationRouting() {}

  /** Every method of an initial request to one application. */
  public static List<String> everythingTo(String applicationName) {
    return METHODS.stream()
        .map(
            method ->
                method
                    + ": (\""
                    + applicationName
                    + "\", \"DAR:From\", \"ORIGINATING\", \"\", \"NO_ROUTE\", \"0\")")
        .toList();
  }
}
