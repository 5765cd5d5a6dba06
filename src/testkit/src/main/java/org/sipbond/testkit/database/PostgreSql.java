package org.sipbond.testkit.database;

import java.net.InetSocketAddress;

/**
 * A cluster of PostgreSQL with the database {@code postgres}, and its user likewise. Needs the
 * programs {@code initdb}, {@code pg_ctl} and {@code postgres}.
 */
public final class PostgreSql extends DatabaseServer {
  private PostgreSql(ServerFolder folder, InetSocketAddress address) {
    super(folder, address);
  }

  /**
   * Makes a cluster and starts it.
   *
   * @param address that it listens on
   * @throws IllegalStateException if it cannot be started in a minute, with what it printed
   */
  public static PostgreSql start(InetSocketAddress address) {
    ServerFolder folder = ServerFolder.make("postgresql");
    folder.run(
        "initdb",
        "-U",
        "postgres",
        "-A",
        "scram-sha-256",
        "--pwfile",
        folder.write("password", PASSWORD),
        "-D",
        folder.path("data"));
    PostgreSql server = new PostgreSql(folder, address);
    server.restart();
    return server;
  }

  @Override
  public String url() {
    return "jdbc:postgresql://" + host() + ":" + port() + "/postgres";
  }

  @Override
  public String user() {
    return "postgres";
  }

  @Override
  String[] command() {
    return new String[] {
      "postgres", "-D", folder().path("data"), "-h", host(), "-p", port(), "-k", ""
    };
  }

  @Override
  void kill(Process server) {
    folder().run("pg_ctl", "-D", folder().path("data"), "-m", "immediate", "stop");
  }
}
