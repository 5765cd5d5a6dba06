package org.sipbond.persistence.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipbond.core.record.ArchiveException;
import org.sipbond.core.record.CallRecord;
import org.sipbond.core.record.CallSearch;
import org.sipbond.persistence.Calls;
import org.sipbond.persistence.database.Database;
import org.sipbond.persistence.database.DatabaseException;
import org.sipbond.persistence.database.Pool;
import org.sipbond.testkit.loopback.LoopbackAddresses;
import org.sipbond.testkit.loopback.PortAllocator;
import org.sipbond.testkit.postgresql.PostgreSql;
import org.sipbond.testkit.program.RequiresProgram;

/** The tables in each database. */
class CallTablesTest {

  /** Where a test has its database. */
  interface Place extends AutoCloseable {
    Pool connect();

    @Override
    default void close() {}
  }

  /** What holds whatever the database. */
  abstract static class InAnyDatabase<P extends Place> {
    final P place;
    private Pool pool;
    private Database database;
    private CallTables tables;

    InAnyDatabase(P place) {
      this.place = place;
      this.pool = place.connect();
      this.database = new Database(pool.source(), CallTables.ENTITIES);
      this.tables = new CallTables(database);
    }

    @AfterEach
    void close() {
      database.close();
      pool.close();
      place.close();
    }

    @Test
    void givesBackWhatItWasGiven() throws Exception {
      tables.add(List.of(Calls.answered(1), Calls.refused(2)));

      assertThat(tables.find(CallSearch.last(10)))
          .containsExactly(Calls.refused(2), Calls.answered(1));
    }

    @Test
    void hasTheColumnsThatAreMapped() throws Exception {
      database.check();
    }

    @Test
    void findsACallByTheCallIdOfEitherLeg() throws Exception {
      tables.add(List.of(Calls.answered(1), Calls.answered(2)));

      assertThat(tables.find(CallSearch.of("call-1@example.com")))
          .containsExactly(Calls.answered(1));
      assertThat(tables.find(CallSearch.of("second-2a"))).containsExactly(Calls.answered(2));
      assertThat(tables.find(CallSearch.of("call-3@example.com"))).isEmpty();
    }

    @Test
    void findsTheNewestOfATime() throws Exception {
      tables.add(List.of(Calls.answered(1), Calls.answered(2), Calls.answered(3)));
      CallSearch search =
          new CallSearch("", Calls.answered(1).started(), Calls.answered(3).started(), 1);

      assertThat(tables.find(search)).containsExactly(Calls.answered(2));
    }

    @Test
    void leavesARecordThatIsThereAlready() throws Exception {
      tables.add(List.of(Calls.answered(1)));
      tables.add(List.of(Calls.answered(1), Calls.answered(2)));

      assertThat(tables.find(CallSearch.last(10)))
          .containsExactly(Calls.answered(2), Calls.answered(1));
    }

    @Test
    void takesWhateverAPeerCallsItsCall() throws Exception {
      String strange = "nul \0, half \uD83D, whole \uD83D\uDE00, " + "long ".repeat(200);

      tables.add(List.of(Calls.answered(1, strange)));

      CallRecord found = tables.find(CallSearch.of(strange)).get(0);
      assertThat(found.caller().callId())
          .startsWith("nul \uFFFD, half \uFFFD, whole \uD83D\uDE00, long ")
          .hasSize(255);
    }

    @Test
    void keepsNoneOfABatchThatHasOneItCannotTake() throws Exception {
      CallRecord twice = Calls.answered(1);

      assertThatThrownBy(() -> tables.add(List.of(Calls.answered(2), twice, twice)))
          .isInstanceOfSatisfying(
              DatabaseException.class, failed -> assertThat(failed.ofTheData()).isTrue());
      assertThat(tables.find(CallSearch.last(10))).isEmpty();
    }

    @Test
    void findsEverythingAgainAfterARestart() throws Exception {
      tables.add(List.of(Calls.answered(1)));
      database.close();
      pool.close();
      pool = place.connect();
      database = new Database(pool.source(), CallTables.ENTITIES);
      tables = new CallTables(database);

      assertThat(tables.find(CallSearch.last(10))).containsExactly(Calls.answered(1));
    }
  }

  /** Files of H2. */
  record Files(Path folder) implements Place {
    @Override
    public Pool connect() {
      return Pool.of(Pool.embedded(folder.resolve("sipbond")), "", "");
    }
  }

  /** A server of PostgreSQL. */
  record Server(PostgreSql program) implements Place {
    @Override
    public Pool connect() {
      return Pool.of(program.url(), "postgres", PostgreSql.PASSWORD);
    }

    @Override
    public void close() {
      program.close();
    }
  }

  @Nested
  class InH2 extends InAnyDatabase<Files> {
    InH2(@TempDir Path folder) {
      super(new Files(folder));
    }
  }

  @Nested
  @RequiresProgram({"initdb", "pg_ctl", "postgres"})
  class InPostgreSql extends InAnyDatabase<Server> {
    InPostgreSql() {
      super(new Server(PostgreSql.start(loopback())));
    }

    @Test
    void saysThatItDoesNotAnswer() throws Exception {
      place.program().stop();
      try (Pool pool = place.connect()) {
        CallTables tables = new CallTables(new Database(pool.source(), CallTables.ENTITIES));

        assertThatThrownBy(() -> tables.find(CallSearch.last(1)))
            .isInstanceOf(ArchiveException.class)
            .hasMessageStartingWith("the database does not answer: ")
            .hasMessageContaining("Connection refused");
        assertThatThrownBy(() -> tables.add(List.of(Calls.answered(1))))
            .isInstanceOfSatisfying(
                DatabaseException.class, failed -> assertThat(failed.ofTheData()).isFalse());
      }
    }
  }

  private static InetSocketAddress loopback() {
    return new PortAllocator().free(new LoopbackAddresses(new Random()).next());
  }
}
