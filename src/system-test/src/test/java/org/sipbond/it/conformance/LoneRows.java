package org.sipbond.it.conformance;

import java.util.stream.Stream;

/** Requests that belong to no call. */
final class LoneRows {
  private LoneRows() {}

  static Stream<Row> all() {
    return Row.initial(
        "PUBLISH without Event is refused", refused("PUBLISH", "500 Server Internal Error"));
  }

  private static Script refused(String method, String answer) {
    return exchange -> {
      exchange.request(method).awaitFinal(Exchange.LIMIT);
      exchange.refused(Sequence.of(method, answer + " (" + method + ")"));
    };
  }
}
