package org.sipbond.persistence.journal;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import org.sipbond.core.record.CallRecord;
import org.sipbond.persistence.database.DatabaseException;
import org.sipbond.persistence.record.CallStore;

/**
 * Writes records into the journal as they come, many at once where they come fast. Where the
 * journal cannot be written to, they go straight to the store; where neither works, they wait.
 */
final class Journaling implements Runnable {
  private static final System.Logger LOG = System.getLogger(Journaling.class.getName());
  private static final int AT_ONCE = 500;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

  private final BlockingQueue<Incoming> queue;
  private final Journal journal;
  private final CallStore store;
  private final Runnable written;
  private final Tally tally;
  private final Stop stop;
  private final Pauses pauses = new Pauses(FIRST_PAUSE);
  private boolean broken;

  /**
   * @param queue ends with {@link Incoming#END}
   * @param written runs when there is something new in the journal
   */
  Journaling(
      BlockingQueue<Incoming> queue,
      Journal journal,
      CallStore store,
      Runnable written,
      Tally tally,
      Stop stop) {
    this.queue = queue;
    this.journal = journal;
    this.store = store;
    this.written = written;
    this.tally = tally;
    this.stop = stop;
  }

  @Override
  public void run() {
    try {
      boolean last = false;
      while (!last) {
        List<Incoming> batch = new ArrayList<>();
        batch.add(queue.take());
        queue.drainTo(batch, AT_ONCE);
        last = batch.remove(Incoming.END);
        keep(batch);
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private void keep(List<Incoming> batch) throws InterruptedException {
    if (batch.isEmpty()) {
      return;
    }
    boolean kept = journaled(batch) || stored(batch);
    while (!kept && !stop.isNow()) {
      stop.pause(pauses.next());
      kept = journaled(batch) || stored(batch);
    }
    pauses.end();
    if (kept) {
      batch.forEach(incoming -> incoming.kept().run());
    } else {
      LOG.log(Level.ERROR, "{0} call records are lost: the server stops", batch.size());
      tally.lost(batch.size());
    }
  }

  private boolean journaled(List<Incoming> batch) {
    try {
      journal.append(calls(batch).stream().map(CallCodec::encode).toList());
      written.run();
      broken = false;
      return true;
    } catch (IOException unwritten) {
      if (!broken) {
        LOG.log(Level.ERROR, "call records cannot be written to their journal", unwritten);
      }
      broken = true;
      return false;
    }
  }

  private boolean stored(List<Incoming> batch) {
    try {
      store.add(calls(batch));
      tally.stored(batch.size());
      return true;
    } catch (DatabaseException failed) {
      LOG.log(Level.DEBUG, "neither journal nor database", failed);
      return false;
    }
  }

  private static List<CallRecord> calls(List<Incoming> batch) {
    return batch.stream().flatMap(incoming -> incoming.call().stream()).toList();
  }
}
