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
        .placeholders(Map.of("time", time(source)))
        .load()
        .migrate();
  }

  /** The type of a point in time, to the millisecond. */
  private static String time(DataSource source) {
    try (Connection connection = source.getConnection()) {
      String product = connection.getMetaData().getDatabaseProductName();
      return switch (product) {
        case "H2", "PostgreSQL" -> "timestamp(3) with time zone";
        case "MariaDB" -> "datetime(3)";
        default ->
            throw new FlywayException(
                "the database is " + product + "; allowed: H2, PostgreSQL, MariaDB");
      };
    } catch (SQLException unreachable) {
      throw new FlywayException("no connection", unreachable);
    }
  }
}
