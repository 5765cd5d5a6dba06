package org.sipbond.testkit.database;

import java.net.InetSocketAddress;

/**
 * A server of MariaDB as its makers configure it, with the database {@code sipbond} and its user
 * likewise. Needs the programs {@code mariadb-install-db}, {@code my_print_defaults} and {@code
 * mariadbd}.
 */
public final class MariaDb extends DatabaseServer {
  private static final String NAME = "sipbond";
  private static final String FIRST = "first.sql";

  private MariaDb(ServerFolder folder, InetSocketAddress address) {
    super(folder, address);
  }

  /**
   * Makes the files of a server and starts it.
   *
   * @param address that it listens on
   * @throws IllegalStateException if it cannot be started in a minute, with what it printed
   */
  public static MariaDb start(InetSocketAddress address) {
    ServerFolder folder = ServerFolder.make("mariadb");
    folder.run(
        "mariadb-install-db",
        "--no-defaults",
        "--skip-test-db",
        "--skip-name-resolve",
        "--auth-root-authentication-method=normal",
        "--datadir=" + folder.path("data"));
    folder.write(
        FIRST,
        """
        create database if not exists %1$s;
        create user if not exists %1$s@'%%' identified by '%2$s';
        grant all on %1$s.* to %1$s@'%%';
        """
            .formatted(NAME, PASSWORD));
    MariaDb server = new MariaDb(folder, address);
    server.restart();
    return server;
  }

  @Override
  public String url() {
    return "jdbc:mariadb://" + host() + ":" + port() + "/" + NAME + "?sslMode=disable";
  }

  @Override
  public String user() {
    return NAME;
  }

  @Override
  String[] command() {
    return new String[] {
      "mariadbd",
      "--no-defaults",
      "--skip-name-resolve",
      "--skip-log-bin",
      "--datadir=" + folder().path("data"),
      "--bind-address=" + host(),
      "--port=" + port(),
      "--socket=" + folder().path("socket"),
      "--pid-file=" + folder().path("pid"),
      "--init-file=" + folder().path(FIRST)
    };
  }

  @Override
  void kill(Process server) {
    server.destroyForcibly();
  }
}
