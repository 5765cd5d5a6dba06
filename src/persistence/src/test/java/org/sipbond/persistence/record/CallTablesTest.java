package org.sipbond.persistence.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.sipbond.core.record.ArchiveException;
import org.sipbond.core.record.CallRecord;
import org.sipbond.core.record.CallSearch;
import org.sipbond.persistence.Calls;
import org.sipbond.persistence.database.Database;
import org.sipbond.persistence.database.DatabaseException;
import org.sipbond.persistence.database.Pool;
import org.sipbond.testkit.database.DatabaseServer;
import org.sipbond.testkit.database.MariaDb;
import org.sipbond.testkit.database.PostgreSql;
import org.sipbond.testkit.loopback.LoopbackAddresses;
import org.sipbond.testkit.loopback.PortAllocator;
import org.sipbond.testkit.program.RequiresProgram;

/** The tables in each database. */
class CallTablesTest {

  /** Where a test has its database. */
  interface Place {
    /** To a database in which there is nothing. */
    Pool connectToEmpty() throws SQLException;

    Pool connect();
  }

  /** What holds whatever the database. */
  abstract static class InAnyDatabase<P extends Place> {
    final P place;
    Pool pool;
    Database database;
    CallTables tables;

    InAnyDatabase(P place) {
      this.place = place;
    }

    @BeforeEach
    void open() throws SQLException {
      use(place.connectToEmpty());
    }

    private void use(Pool connected) {
      pool = connected;
      database = new Database(pool.source(), CallTables.ENTITIES);
      tables = new CallTables(database);
    }

    @AfterEach
    void close() {
      database.close();
      pool.close();
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
    void tellsCallIdsApartByCaseAndBySpacesBehind() throws Exception {
      tables.add(
          List.of(Calls.answered(1, "one@example.com"), Calls.answered(2, "One@example.com")));

      assertThat(tables.find(CallSearch.of("one@example.com"))).hasSize(1);
      assertThat(tables.find(CallSearch.of("one@example.com "))).isEmpty();
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
      use(place.connect());

      assertThat(tables.find(CallSearch.last(10))).containsExactly(Calls.answered(1));
    }
  }

  /** Files of H2 in an empty folder. */
  record Files(Path folder) implements Place {
    @Override
    public Pool connectToEmpty() {
      return connect();
    }

    @Override
    public Pool connect() {
      return Pool.of(Pool.embedded(folder.resolve("sipbond")), "", "");
    }
  }

  /** A server of its own. */
  record Server(DatabaseServer program) implements Place {
    private static final List<String> TABLES =
        List.of("sipbond_call_attempt", "sipbond_call", "sipbond_schema");

    @Override
    public Pool connectToEmpty() throws SQLException {
      program.restart();
      Pool pool = connect();
      try (Connection connection = pool.source().getConnection();
          Statement statement = connection.createStatement()) {
        for (String table : TABLES) {
          statement.execute("drop table if exists " + table);
        }
        connection.commit();
      }
      return pool;
    }

    @Override
    public Pool connect() {
      return Pool.of(program.url(), program.user(), DatabaseServer.PASSWORD);
    }
  }

  /** What holds in a server besides. */
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  abstract static class InAnyServer extends InAnyDatabase<Server> {
    InAnyServer(DatabaseServer program) {
      super(new Server(program));
    }

    @AfterAll
    void end() {
      place.program().close();
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

  @Nested
  class InH2 extends InAnyDatabase<Files> {
    InH2(@TempDir Path folder) {
      super(new Files(folder));
    }

    /** As it does where its files cannot be written. */
    @Test
    void opensTheDatabaseAgainThatClosedItself() throws Exception {
      tables.add(List.of(Calls.answered(1)));
      assertThatThrownBy(this::closeTheDatabase).hasMessageContaining("Database is already closed");

      await()
          .atMost(Duration.ofSeconds(10))
          .ignoreException(DatabaseException.class)
          .untilAsserted(() -> tables.add(List.of(Calls.answered(2))));
      assertThat(tables.find(CallSearch.last(10)))
          .containsExactly(Calls.answered(2), Calls.answered(1));
    }

    private void closeTheDatabase() throws SQLException {
      try (Connection connection = pool.source().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("shutdown immediately");
      }
    }
  }

  @Nested
  @RequiresProgram({"initdb", "pg_ctl", "postgres"})
  class InPostgreSql extends InAnyServer {
    InPostgreSql() {
      super(PostgreSql.start(loopback()));
    }
  }

  @Nested
  @RequiresProgram({"mariadb-install-db", "mariadbd", "my_print_defaults"})
  class InMariaDb extends InAnyServer {
    InMariaDb() {
      super(MariaDb.start(loopback()));
    }
  }

  private static InetSocketAddress loopback() {
    return new PortAllocator().free(new LoopbackAddresses(new Random()).next());
  }
}
