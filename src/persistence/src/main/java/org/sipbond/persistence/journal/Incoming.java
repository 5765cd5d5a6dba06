package org.sipbond.persistence.journal;

import java.util.Optional;
import org.sipbond.core.record.CallRecord;

/**
 * What is on its way to the journal: a record, or the word that nothing more comes.
 *
 * @param call empty for that word
 * @param kept runs when the record is in the journal
 */
record Incoming(Optional<CallRecord> call, Runnable kept) {
  /** Nothing more comes. */
  static final Incoming END = new Incoming(Optional.empty(), () -> {});

  static Incoming of(CallRecord call, Runnable kept) {
    return new Incoming(Optional.of(call), kept);
  }
}
