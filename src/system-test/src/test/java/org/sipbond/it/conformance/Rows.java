package org.sipbond.it.conformance;

import java.util.List;
import java.util.stream.Stream;

/** All rows, in the order of the table. */
final class Rows {
  private Rows() {}

  static List<Row> all() {
    return Stream.of(
            InviteRows.all(),
            CancelRows.all(),
            EarlyRows.all(),
            ForkRows.all(),
            OfferRows.all(),
            TimerRows.all(),
            DialogRows.all(),
            TransferRows.all(),
            LoneRows.all(),
            SubscriptionRows.all())
        .flatMap(rows -> rows)
        .toList();
  }
}
