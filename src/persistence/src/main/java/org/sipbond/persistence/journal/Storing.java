package org.sipbond.persistence.journal;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.sipbond.core.record.CallRecord;
import org.sipbond.persistence.database.DatabaseException;
import org.sipbond.persistence.record.CallStore;

/**
 * Empties the journal into the store, many records in one transaction. While the store does not
 * answer, the journal keeps them, and it is tried again.
 */
final class Storing implements Runnable {
  private static final System.Logger LOG = System.getLogger(Storing.class.getName());
  private static final int AT_ONCE = 500;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

  private final Journal journal;
  private final CallStore store;
  private final Rejected rejected;
  private final Tally tally;
  private final Stop stop;
  private final Stop giveUp;
  private final Semaphore news = new Semaphore(0);
  private final AtomicLong batches = new AtomicLong();
  private final Pauses pauses = new Pauses(FIRST_PAUSE);
  private boolean opened;
  private boolean failing;

  /**
   * @param stop once the journal is empty, or cannot be emptied
   * @param giveUp after the batch in hand
   */
  Storing(
      Journal journal, CallStore store, Rejected rejected, Tally tally, Stop stop, Stop giveUp) {
    this.journal = journal;
    this.store = store;
    this.rejected = rejected;
    this.tally = tally;
    this.stop = stop;
    this.giveUp = giveUp;
  }

  /** There may be something new in the journal, or it is time to stop. */
  void wake() {
    news.release();
  }

  /** How many times it came forward so far: opened the store, or stored a batch. */
  long progress() {
    return batches.get();
  }

  @Override
  public void run() {
    try {
      boolean open = true;
      while (open) {
        open = !stop.isNow();
        boolean emptied = emptied();
        if (open && emptied) {
          news.acquire();
          news.drainPermits();
        } else if (open) {
          stop.pause(pauses.next());
        }
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  /** Stores all that is in the journal; false where that does not work now. */
  private boolean emptied() {
    try {
      if (!opened && !stop.isNow()) {
        store.open();
        came();
        opened = true;
      }
      Journal.Taken next = journal.next(AT_ONCE);
      while (!next.entries().isEmpty() && !giveUp.isNow()) {
        store(decoded(next.entries()));
        journal.done(next);
        came();
        next = journal.next(AT_ONCE);
      }
      return true;
    } catch (DatabaseException down) {
      fails("the database does not answer", down);
    } catch (IOException unreadable) {
      fails("the journal of call records cannot be read", unreadable);
    }
    return false;
  }

  private void store(List<CallRecord> records) throws DatabaseException, IOException {
    try {
      store.add(records);
      tally.stored(records.size());
    } catch (DatabaseException failed) {
      if (!failed.ofTheData()) {
        throw failed;
      }
      for (CallRecord one : records) {
        storeOrReject(one);
      }
    }
  }

  private void storeOrReject(CallRecord one) throws DatabaseException, IOException {
    try {
      store.add(List.of(one));
      tally.stored(1);
    } catch (DatabaseException failed) {
      if (!failed.ofTheData()) {
        throw failed;
      }
      rejected.keep(one, failed);
      tally.rejected();
    }
  }

  private List<CallRecord> decoded(List<byte[]> entries) throws IOException {
    List<CallRecord> records = new ArrayList<>();
    for (byte[] entry : entries) {
      try {
        records.add(CallCodec.decode(entry));
      } catch (CallCodec.UnknownEntryException unknown) {
        rejected.keep(entry, unknown);
        tally.rejected();
      }
    }
    return records;
  }

  private void came() {
    batches.incrementAndGet();
    if (failing) {
      LOG.log(Level.INFO, "call records are stored again");
    }
    failing = false;
    pauses.end();
  }

  /** Says so once, not again until it has worked. */
  private void fails(String what, Exception why) {
    if (!failing) {
      LOG.log(Level.WARNING, "{0}, so call records wait in files: {1}", what, why.getMessage());
    }
    failing = true;
  }
}
