package org.sipbond.sip.boot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.sipbond.core.config.DatabaseSettings;
import org.sipbond.core.record.CallArchive;
import org.sipbond.core.record.CallRecorder;
import org.sipbond.persistence.database.Database;
import org.sipbond.persistence.database.Pool;
import org.sipbond.persistence.journal.RecordWriter;
import org.sipbond.persistence.record.CallTables;

/** Where call records go: a journal and a database, opened as configured. */
final class Records implements AutoCloseable {
  private final Runnable disconnect;
  private final Database database;
  private final CallTables tables;
  private final RecordWriter writer;

  private Records(DataSource source, Runnable disconnect, Path journal) throws IOException {
    this.disconnect = disconnect;
    this.database = new Database(source, CallTables.ENTITIES);
    this.tables = new CallTables(database);
    this.writer = RecordWriter.open(journal, tables);
  }

  /**
   * Opens what is configured; the database is not asked for anything yet.
   *
   * @param data the folder of the journal, and of the embedded database
   * @throws IllegalStateException if there is no such data source, or the folder cannot be used
   */
  static Records open(DatabaseSettings settings, Path data) {
    return settings.fold(
        () -> pooled(Pool.of(Pool.embedded(data.resolve("sipbond")), "", ""), data),
        byUrl -> pooled(Pool.of(byUrl.url(), byUrl.user(), byUrl.password().reveal()), data),
        byName -> open(dataSource(byName.dataSource()), () -> {}, data));
  }

  private static Records pooled(Pool pool, Path data) {
    return open(pool.source(), pool::close, data);
  }

  private static Records open(DataSource source, Runnable disconnect, Path data) {
    try {
      return new Records(source, disconnect, data.resolve("journal"));
    } catch (IOException unusable) {
      disconnect.run();
      throw new IllegalStateException(
          "call records cannot be kept: " + unusable.getMessage(), unusable);
    }
  }

  /** The name begins with {@code java:}, as the configuration makes sure: a place in this JVM. */
  @SuppressWarnings("BanJNDI")
  private static DataSource dataSource(String name) {
    try {
      return (DataSource) new InitialContext().lookup(name);
    } catch (NamingException | ClassCastException none) {
      throw new IllegalStateException(
          "database.data-source: found no data source of the name "
              + name
              + "; allowed: one that the container has",
          none);
    }
  }

  CallRecorder recorder() {
    return writer;
  }

  CallArchive archive() {
    return tables;
  }

  Map<String, Long> counters() {
    return writer.counters();
  }

  /** Stores what there is, and lets go of the database. */
  @Override
  public void close() {
    writer.close();
    database.close();
    disconnect.run();
  }
}
