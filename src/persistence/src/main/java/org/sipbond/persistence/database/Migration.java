package org.sipbond.persistence.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Makes the tables what this release needs; every release has scripts for what it adds. */
final class Migration {
  private static final String SCRIPTS = "classpath:org/sipbond/persistence/schema";
  private static final String HISTORY = "sipbond_schema";

  private Migration() {}

  /** Does what is not done yet. Safe when several servers begin at once. */
  static void run(DataSource source) {
    Flyway.configure(Migration.class.getClassLoader())
        .dataSource(source)
        .locations(SCRIPTS)
        .failOnMissingLocations(true)
        .table(HISTORY)
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .placeholders(dialect(product(source)))
        .load()
        .migrate();
  }

  /**
   * What databases name differently: the type of a point in time to the millisecond, and what
   * follows a table so that it takes all of Unicode and tells texts apart by case and spaces.
   */
  private static Map<String, String> dialect(String product) {
    return switch (product) {
      case "H2", "PostgreSQL" -> Map.of("time", "timestamp(3) with time zone", "texts", "");
      case "MariaDB" ->
          Map.of("time", "datetime(3)", "texts", "character set utf8mb4 collate utf8mb4_nopad_bin");
      default ->
          throw new FlywayException(
              "the database is " + product + "; allowed: H2, PostgreSQL, MariaDB");
    };
  }

  private static String product(DataSource source) {
    try (Connection connection = source.getConnection()) {
      return connection.getMetaData().getDatabaseProductName();
    } catch (SQLException unreachable) {
      throw new FlywayException("no connection", unreachable);
    }
  }
}
