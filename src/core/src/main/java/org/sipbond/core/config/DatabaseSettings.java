package org.sipbond.core.config;

import java.util.function.Function;
import java.util.function.Supplier;

/** Which database is used. */
public sealed interface DatabaseSettings {

  /** One function for each case. */
  <T> T fold(Supplier<T> embedded, Function<ByUrl, T> byUrl, Function<ByName, T> byName);

  /** One in files of the server, which needs no settings. */
  record Embedded() implements DatabaseSettings {
    @Override
    public <T> T fold(Supplier<T> embedded, Function<ByUrl, T> byUrl, Function<ByName, T> byName) {
      return embedded.get();
    }
  }

  /**
   * One to connect to.
   *
   * @param url of JDBC, without a password
   * @param user may be empty
   * @param password may be empty
   */
  record ByUrl(String url, String user, Secret password) implements DatabaseSettings {
    @Override
    public <T> T fold(Supplier<T> embedded, Function<ByUrl, T> byUrl, Function<ByName, T> byName) {
      return byUrl.apply(this);
    }
  }

  /**
   * One that the container connects to.
   *
   * @param dataSource its name in JNDI
   */
  record ByName(String dataSource) implements DatabaseSettings {
    @Override
    public <T> T fold(Supplier<T> embedded, Function<ByUrl, T> byUrl, Function<ByName, T> byName) {
      return byName.apply(this);
    }
  }
}
