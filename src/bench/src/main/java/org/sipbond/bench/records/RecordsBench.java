package org.sipbond.bench.records;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.sipbond.core.record.CallRecord;
import org.sipbond.persistence.database.Database;
import org.sipbond.persistence.database.DatabaseException;
import org.sipbond.persistence.database.Pool;
import org.sipbond.persistence.journal.RecordWriter;
import org.sipbond.persistence.record.CallTables;

/**
 * {@code java -cp src/bench/target/sipbond-bench.jar org.sipbond.bench.records.RecordsBench [url
 * user password]}: 10,000 records of calls with two attempts each, five rounds. Into files of H2
 * that go with the end of the run, or into the database of the URL, where they stay.
 */
public final class RecordsBench {
  /** Fewer than a writer lets wait in memory, so that none is lost however slow the files are. */
  private static final int RECORDS = 10_000;

  private static final int ROUNDS = 5;
  private static final long PAUSE_NANOS = 1_000_000;
  private static final String STORED = "sipbond_call_records_total{result=\"stored\"}";

  private RecordsBench() {}

  public static void main(String[] arguments)
      throws IOException, InterruptedException, DatabaseException, SQLException {
    Path folder = Files.createTempDirectory("sipbond-bench-");
    try (Pool pool = pool(folder, arguments);
        Database database = new Database(pool.source(), CallTables.ENTITIES)) {
      CallTables tables = new CallTables(database);
      tables.open();
      System.out.println(
          "round  taken, us each  in the journal/s  in the database/s  by plain JDBC/s");
      for (int round = 1; round <= ROUNDS; round++) {
        System.out.println(
            "%5d  %s  %15.0f"
                .formatted(
                    round,
                    written(folder.resolve("journal"), tables, SampleCalls.make(RECORDS)),
                    perSecond(plain(pool, SampleCalls.make(RECORDS)))));
      }
    }
  }

  private static Pool pool(Path folder, String... arguments) {
    return arguments.length == 0
        ? Pool.of(Pool.embedded(folder.resolve("sipbond")), "", "")
        : Pool.of(arguments[0], arguments[1], arguments[2]);
  }

  /** As the application does it; the first figure is all that a call waits for. */
  private static String written(Path journal, CallTables tables, List<CallRecord> calls)
      throws IOException, InterruptedException {
    CountDownLatch kept = new CountDownLatch(calls.size());
    try (RecordWriter writer = RecordWriter.open(journal, tables)) {
      long start = System.nanoTime();
      calls.forEach(call -> writer.ended(call, kept::countDown));
      long taken = System.nanoTime() - start;
      kept.await();
      long journaled = System.nanoTime() - start;
      while (writer.counters().getOrDefault(STORED, 0L) < calls.size()) {
        LockSupport.parkNanos(PAUSE_NANOS);
      }
      long stored = System.nanoTime() - start;
      return "%14.2f  %16.0f  %17.0f"
          .formatted(taken / 1e3 / calls.size(), perSecond(journaled), perSecond(stored));
    }
  }

  private static long plain(Pool pool, List<CallRecord> calls) throws SQLException {
    long start = System.nanoTime();
    PlainInserts.run(pool.source(), calls);
    return System.nanoTime() - start;
  }

  private static double perSecond(long nanos) {
    return RECORDS * 1e9 / nanos;
  }
}
