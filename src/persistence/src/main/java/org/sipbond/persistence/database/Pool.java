package org.sipbond.persistence.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** A few connections of our own to one database, made when they are first needed. */
public final class Pool implements AutoCloseable {
  /** One writes, one commands ask by, one to spare. */
  private static final int CONNECTIONS = 3;

  /** How long is waited for a connection; shorter than what commands may take. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final Map<String, String> DRIVERS =
      Map.of(
          "jdbc:h2:", "org.h2.Driver",
          "jdbc:postgresql:", "org.postgresql.Driver",
          "jdbc:mariadb:", "org.mariadb.jdbc.Driver");

  private final HikariDataSource source;

  private Pool(HikariDataSource source) {
    this.source = source;
  }

  /**
   * A pool that has not asked the database for anything yet.
   *
   * @param url of JDBC, for H2, PostgreSQL or MariaDB
   * @param user may be empty
   * @param password may be empty
   */
  public static Pool of(String url, String user, String password) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("sipbond-database");
    config.setJdbcUrl(url);
    config.setDriverClassName(driver(url));
    config.setUsername(user);
    config.setPassword(password);
    config.setMaximumPoolSize(CONNECTIONS);
    config.setAutoCommit(false);
    config.setConnectionTimeout(PATIENCE.toMillis());
    config.setInitializationFailTimeout(-1);
    config.setExceptionOverride(new LostConnections());
    return new Pool(new HikariDataSource(config));
  }

  /**
   * By name: those that the JDK finds by itself are not the ones of a class loader below its own.
   */
  private static String driver(String url) {
    return DRIVERS.entrySet().stream()
        .filter(known -> url.startsWith(known.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "url of another database; allowed: " + DRIVERS.keySet()));
  }

  /**
   * The URL of an embedded database. What is committed has been given to the operating system
   * (WRITE_DELAY=0), so that it survives the end of the process; the database closes when its pool
   * does, and not when the JVM thinks it should. It keeps no log of its own: what fails is thrown.
   *
   * @param file without its ending; its folder is made where it is absent
   */
  public static String embedded(Path file) {
    return "jdbc:h2:file:"
        + file.toAbsolutePath()
        + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0";
  }

  /** Where connections come from. */
  public DataSource source() {
    return source;
  }

  /** Closes all connections, and takes back what drivers of our class loader left with the JDK. */
  @Override
  public void close() {
    source.close();
    ClassLoader own = Pool.class.getClassLoader();
    List<Driver> ours =
        DriverManager.drivers()
            .filter(driver -> driver.getClass().getClassLoader() == own)
            .toList();
    try {
      for (Driver driver : ours) {
        DriverManager.deregisterDriver(driver);
      }
    } catch (SQLException refused) {
      throw new IllegalStateException("a driver cannot be deregistered", refused);
    }
  }
}
