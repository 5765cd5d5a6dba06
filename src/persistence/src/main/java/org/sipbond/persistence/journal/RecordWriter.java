package org.sipbond.persistence.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.sipbond.core.record.CallRecord;
import org.sipbond.core.record.CallRecorder;
import org.sipbond.persistence.record.CallStore;

/**
 * Takes records from any thread without letting it wait, and has them in the database a little
 * later, whatever happens meanwhile: one thread writes them into a journal of files, another
 * empties the journal into the database. What the journal has survives the end of the process, and
 * goes to the database by the next one.
 */
public final class RecordWriter implements CallRecorder, AutoCloseable {
  private static final System.Logger LOG = System.getLogger(RecordWriter.class.getName());

  /** How many records wait in memory while no file can be written; about 20 MB. */
  private static final int WAITING = 20_000;

  /** How long the files may take what waits in memory. */
  private static final long JOURNALING_MILLIS = 3_000;

  /** How long the database may take for one batch at the stop, and to open. */
  private static final Duration BATCH = Duration.ofSeconds(10);

  /** From when on the rest is left to the next start; shorter than who orders the stop waits. */
  private static final Duration REST = Duration.ofSeconds(15);

  private final BlockingQueue<Incoming> queue = new LinkedBlockingQueue<>(WAITING);
  private final Tally tally = new Tally();
  private final AtomicBoolean full = new AtomicBoolean();
  private final Stop journalOrLose = new Stop();
  private final Stop storeTheRest = new Stop();
  private final Stop leaveTheRest = new Stop();
  private final Journal journal;
  private final long batchMillis;
  private final Duration rest;
  private final Storing storing;
  private final Thread journalThread;
  private final Thread storeThread;

  private RecordWriter(
      Journal journal, CallStore store, Path folder, Duration batch, Duration rest) {
    this.journal = journal;
    this.batchMillis = batch.toMillis();
    this.rest = rest;
    this.storing =
        new Storing(
            journal,
            store,
            new Rejected(folder.resolve("rejected")),
            tally,
            storeTheRest,
            leaveTheRest);
    this.journalThread =
        thread(
            "sipbond-journal",
            new Journaling(queue, journal, store, storing::wake, tally, journalOrLose));
    this.storeThread = thread("sipbond-records", storing);
  }

  /**
   * A writer, which begins with what an earlier process left.
   *
   * @param folder of the journal; made where it is absent
   * @throws IOException if the journal cannot be used, as when another process has it
   */
  public static RecordWriter open(Path folder, CallStore store) throws IOException {
    return open(folder, store, BATCH, REST);
  }

  /**
   * One that at the stop does not wait for the database as long.
   *
   * @param batch how long it may take for a batch
   * @param rest after how long no further batch is begun
   */
  static RecordWriter open(Path folder, CallStore store, Duration batch, Duration rest)
      throws IOException {
    RecordWriter writer = new RecordWriter(Journal.open(folder), store, folder, batch, rest);
    writer.journalThread.start();
    writer.storeThread.start();
    return writer;
  }

  @Override
  public void ended(CallRecord record, Runnable kept) {
    if (queue.offer(Incoming.of(record, kept))) {
      full.set(false);
    } else {
      tally.lost(1);
      kept.run();
      if (!full.getAndSet(true)) {
        LOG.log(Level.ERROR, "call records are lost: neither journal nor database can be written");
      }
    }
  }

  /** What became of records, by metric. */
  public Map<String, Long> counters() {
    return tally.counters();
  }

  /**
   * Stores what there is, as long as the database goes on taking it, but not for ever. What it does
   * not take stays in the journal for the next start. To be called once, when no more records come.
   */
  @Override
  public void close() {
    try {
      finishJournaling();
      finishStoring();
      if (journal.waiting() > 0) {
        LOG.log(
            Level.WARNING, "{0} bytes of call records wait for the next start", journal.waiting());
      }
      journal.close();
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    } catch (IOException unclosed) {
      throw new UncheckedIOException(unclosed);
    }
  }

  private void finishJournaling() throws InterruptedException {
    boolean told = queue.offer(Incoming.END, JOURNALING_MILLIS, TimeUnit.MILLISECONDS);
    journalThread.join(JOURNALING_MILLIS);
    journalOrLose.now();
    if (!told && !queue.offer(Incoming.END, batchMillis, TimeUnit.MILLISECONDS)) {
      LOG.log(Level.ERROR, "{0} call records are lost: neither files nor database", queue.size());
    }
    journalThread.join(batchMillis);
  }

  /** Ends between batches. One that hangs is left alone, and stored again by the next start. */
  private void finishStoring() throws InterruptedException {
    storeTheRest.now();
    storing.wake();
    long begun = System.nanoTime();
    long before;
    do {
      before = storing.progress();
      storeThread.join(batchMillis);
      if (System.nanoTime() - begun >= rest.toNanos()) {
        leaveTheRest.now();
      }
    } while (storeThread.isAlive() && storing.progress() > before);
    leaveTheRest.now();
  }

  private static Thread thread(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.setContextClassLoader(RecordWriter.class.getClassLoader());
    return thread;
  }
}
