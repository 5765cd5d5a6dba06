package org.sipbond.it.conformance;

import java.util.stream.Stream;

/** Requests that belong to no call. */
final class LoneRows {
  private LoneRows() {}

  static Stream<Row> all() {
    return Stream.concat(
        Row.initial(
            "PUBLISH without Event is refused", refused("PUBLISH", "500 Server Internal Error")),
        unserved());
  }

  private static Stream<Row> unserved() {
    return Stream.concat(
        Stream.of("OPTIONS", "MESSAGE", "SUBSCRIBE", "REFER")
            .flatMap(method -> unserved(method, "405 Method not allowed")),
        Stream.of("INFO", "FROBNICATE")
            .flatMap(method -> unserved(method, "500 Server Internal Error")));
  }

  private static Stream<Row> unserved(String method, String answer) {
    return Row.unserved(answer, Row.initial(method, refused(method, answer)));
  }

  private static Script refused(String method, String answer) {
    return exchange -> {
      exchange.request(method).awaitFinal(Exchange.LIMIT);
      exchange.refused(Sequence.of(method, answer + " (" + method + ")"));
    };
  }
}
