package org.sipbond.persistence.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hibernate.exception.DataException;
import org.hibernate.exception.JDBCConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sipbond.core.record.CallRecord;
import org.sipbond.core.record.CallRecordJson;
import org.sipbond.core.record.CallSearch;
import org.sipbond.persistence.Calls;
import org.sipbond.persistence.database.Database;
import org.sipbond.persistence.database.DatabaseException;
import org.sipbond.persistence.database.Pool;
import org.sipbond.persistence.record.CallStore;
import org.sipbond.persistence.record.CallTables;

@Timeout(60)
class RecordWriterTest {
  private static final Duration SHORT = Duration.ofMillis(100);
  private static final Duration LONG = Duration.ofSeconds(30);

  private final Path folder;

  /** In the order of coming; what is there already is left, as a store is to do. */
  private final Set<CallRecord> stored = Collections.synchronizedSet(new LinkedHashSet<>());

  private final CallStore store = stored::addAll;

  RecordWriterTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void storesWhatItIsGivenInOrder() throws Exception {
    try (RecordWriter writer = RecordWriter.open(folder, store)) {
      give(writer, 0, 1000);
    }

    assertThat(stored).containsExactlyElementsOf(records(0, 1000));
  }

  @Test
  void letsNobodyWaitWhileTheStoreIsBlocked() throws Exception {
    CountDownLatch free = new CountDownLatch(1);
    CallStore blocked =
        records -> {
          awaitFree(free);
          stored.addAll(records);
        };
    AtomicInteger kept = new AtomicInteger();
    try (RecordWriter writer = RecordWriter.open(folder, blocked)) {
      long begun = System.nanoTime();
      for (CallRecord call : records(0, 5000)) {
        writer.ended(call, kept::incrementAndGet);
      }
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
      await().until(() -> kept.get() == 5000);
      assertThat(stored).isEmpty();
      free.countDown();
    }

    assertThat(stored).containsExactlyElementsOf(records(0, 5000));
  }

  @Test
  void storesWhatCameWhileTheDatabaseWasAway() throws Exception {
    AtomicInteger refusals = new AtomicInteger(3);
    CallStore returning =
        records -> {
          if (refusals.getAndDecrement() > 0) {
            throw away();
          }
          stored.addAll(records);
        };
    try (RecordWriter writer = RecordWriter.open(folder, returning)) {
      give(writer, 0, 10);
      await().atMost(Duration.ofSeconds(20)).until(() -> stored.size() == 10);
    }

    assertThat(stored).containsExactlyElementsOf(records(0, 10));
  }

  @Test
  void leavesToTheNextStartWhatNoDatabaseTook() throws Exception {
    CallStore absent =
        records -> {
          throw away();
        };
    try (RecordWriter writer = RecordWriter.open(folder, absent)) {
      give(writer, 0, 10);
    }
    try (RecordWriter writer = RecordWriter.open(folder, store)) {
      give(writer, 10, 20);
    }

    assertThat(stored).containsExactlyElementsOf(records(0, 20));
  }

  @Test
  void putsAsideTheOneRecordThatTheDatabaseWillNeverTake() throws Exception {
    CallRecord bad = Calls.answered(5);
    CallStore picky =
        records -> {
          if (records.contains(bad)) {
            throw ofTheData();
          }
          stored.addAll(records);
        };
    try (RecordWriter writer = RecordWriter.open(folder, picky)) {
      give(writer, 0, 10);
      await().until(() -> stored.size() == 9);
      assertThat(writer.counters())
          .containsEntry("sipbond_call_records_total{result=\"stored\"}", 9L)
          .containsEntry("sipbond_call_records_total{result=\"rejected\"}", 1L)
          .containsEntry("sipbond_call_records_total{result=\"lost\"}", 0L);
    }

    assertThat(Files.readAllLines(folder.resolve("rejected")))
        .containsExactly(CallRecordJson.of(bad).toString());
    assertThat(stored).doesNotContain(bad).hasSize(9);
  }

  @Test
  void storesStraightAwayWhereTheJournalCannotBeWritten() throws Exception {
    Journal journal = Journal.open(folder, 1);
    journal.append(List.of(new byte[] {0}));
    deleteFolder();
    AtomicInteger kept = new AtomicInteger();
    BlockingQueue<Incoming> queue = new LinkedBlockingQueue<>();
    queue.add(Incoming.of(Calls.answered(1), kept::incrementAndGet));
    queue.add(Incoming.END);

    new Journaling(queue, journal, store, () -> {}, new Tally(), new Stop()).run();

    assertThat(stored).containsExactly(Calls.answered(1));
    assertThat(kept).hasValue(1);
  }

  @Test
  void opensTheStoreBeforeThereIsARecord() throws Exception {
    CountDownLatch opened = new CountDownLatch(1);
    try (RecordWriter writer = RecordWriter.open(folder, new Opening(opened::countDown))) {
      assertThat(opened.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(writer.counters())
          .containsEntry("sipbond_call_records_total{result=\"stored\"}", 0L);
    }
  }

  @Test
  void goesOnAtTheStopAsLongAsTheStoreTakesRecords() throws Exception {
    Duration batch = Duration.ofMillis(400);
    CountDownLatch free = new CountDownLatch(1);
    CallStore slow =
        records -> {
          awaitFree(free);
          LockSupport.parkNanos(batch.dividedBy(4).toNanos());
          stored.addAll(records);
        };
    long begun;
    try (RecordWriter writer = RecordWriter.open(folder, slow, batch, LONG)) {
      give(writer, 0, 10_000);
      begun = System.nanoTime();
      free.countDown();
    }

    assertThat(stored).containsExactlyElementsOf(records(0, 10_000));
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(batch.multipliedBy(2));
  }

  @Test
  void leavesToTheNextStartWhatWouldTakeTheStopTooLong() throws Exception {
    CountDownLatch stopping = new CountDownLatch(1);
    CallStore slow =
        records -> {
          awaitFree(stopping);
          LockSupport.parkNanos(SHORT.toNanos());
          stored.addAll(records);
        };
    try (RecordWriter writer = RecordWriter.open(folder, slow, SHORT.multipliedBy(4), SHORT)) {
      give(writer, 0, 10_000);
      stopping.countDown();
    }
    assertThat(stored).isNotEmpty().hasSizeLessThan(10_000);
    try (RecordWriter writer = RecordWriter.open(folder, store)) {
      give(writer, 10_000, 10_001);
    }

    assertThat(stored).containsExactlyElementsOf(records(0, 10_001));
  }

  @Test
  void leavesToTheNextStartWhatAStoreThatHangsHasNotTaken() throws Exception {
    CountDownLatch free = new CountDownLatch(1);
    CountDownLatch hung = new CountDownLatch(1);
    CallStore hanging =
        records -> {
          hung.countDown();
          awaitFree(free);
        };
    try (RecordWriter writer = RecordWriter.open(folder, hanging, SHORT, LONG)) {
      give(writer, 0, 10);
      hung.await();
    }
    try (RecordWriter writer = RecordWriter.open(folder, store)) {
      free.countDown();
      give(writer, 10, 20);
    }

    assertThat(stored).containsExactlyElementsOf(records(0, 20));
  }

  @Test
  void losesNoneOfThousandsInTheEmbeddedDatabase() throws Exception {
    try (Pool pool = Pool.of(Pool.embedded(folder.resolve("sipbond")), "", "");
        Database database = new Database(pool.source(), CallTables.ENTITIES)) {
      CallTables tables = new CallTables(database);
      tables.add(records(0, 1));
      try (RecordWriter writer = RecordWriter.open(folder.resolve("journal"), tables, LONG, LONG)) {
        give(writer, 1, 2000);
      }
      assertThat(tables.find(CallSearch.last(10_000))).hasSize(2000);
    }
  }

  /** Keeps nothing, and says when it is opened. */
  private record Opening(Runnable opened) implements CallStore {
    @Override
    public void open() {
      opened.run();
    }

    @Override
    public void add(List<CallRecord> records) {}
  }

  private static void give(RecordWriter writer, int from, int to) {
    records(from, to).forEach(call -> writer.ended(call, () -> {}));
  }

  private static List<CallRecord> records(int from, int to) {
    return IntStream.range(from, to).mapToObj(Calls::answered).toList();
  }

  private void deleteFolder() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static void awaitFree(CountDownLatch free) {
    try {
      free.await();
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  private static DatabaseException away() {
    return new DatabaseException(
        new JDBCConnectionException("away", new SQLException("away", "08001")));
  }

  private static DatabaseException ofTheData() {
    return new DatabaseException(
        new DataException("too long", new SQLException("too long", "22001")));
  }
}
