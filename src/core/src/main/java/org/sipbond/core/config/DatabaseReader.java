package org.sipbond.core.config;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Reads {@code database}. Its problems quote no value, because any may hold a password. */
final class DatabaseReader {
  private static final String ALLOWED =
      "{ url = \"jdbc:postgresql://192.0.2.5/sipbond\", user = sipbond, password = ${PASSWORD} }";
  private static final String URLS =
      "a url that begins with jdbc:h2:, jdbc:postgresql: or jdbc:mariadb:";
  private static final String NAMES = "a name in JNDI that begins with java:";
  private static final Pattern URL = Pattern.compile("jdbc:(h2|postgresql|mariadb):.+");
  private static final Pattern PASSWORD = Pattern.compile("(?i).*[?&;]password=.*");

  private final Optional<Block> block;

  DatabaseReader(Block document) {
    this.block =
        document.get(Keys.DATABASE).flatMap(value -> value.block(Keys.ONE_DATABASE, ALLOWED));
  }

  DatabaseSettings read() {
    Optional<Value> url = value(Keys.URL);
    Optional<Value> dataSource = value(Keys.DATA_SOURCE);
    Optional<String> user = value(Keys.DATABASE_USER).flatMap(DatabaseReader::text);
    Optional<String> password = value(Keys.PASSWORD).flatMap(DatabaseReader::text);
    if (dataSource.isPresent()) {
      refuseOthers(List.of(Keys.URL, Keys.DATABASE_USER, Keys.PASSWORD), "without data-source");
      return dataSource
          .flatMap(value -> checked(value, text -> text.startsWith("java:"), NAMES))
          .<DatabaseSettings>map(DatabaseSettings.ByName::new)
          .orElseGet(DatabaseSettings.Embedded::new);
    }
    if (url.isEmpty()) {
      refuseOthers(List.of(Keys.DATABASE_USER, Keys.PASSWORD), "with a url");
    }
    return url.flatMap(DatabaseReader::address)
        .<DatabaseSettings>map(
            text ->
                new DatabaseSettings.ByUrl(text, user.orElse(""), new Secret(password.orElse(""))))
        .orElseGet(DatabaseSettings.Embedded::new);
  }

  private static Optional<String> address(Value value) {
    return checked(value, text -> URL.matcher(text).matches(), URLS)
        .flatMap(
            text ->
                PASSWORD.matcher(text).matches()
                    ? value.refused("a password in it", "the password under database.password")
                    : Optional.of(text));
  }

  private static Optional<String> checked(Value value, Predicate<String> fits, String allowed) {
    return value
        .text(allowed)
        .flatMap(
            text -> fits.test(text) ? Optional.of(text) : value.refused("something else", allowed));
  }

  private static Optional<String> text(Value value) {
    return value.text("a text");
  }

  private void refuseOthers(List<String> keys, String allowed) {
    keys.forEach(key -> value(key).ifPresent(value -> value.refused("it", allowed)));
  }

  private Optional<Value> value(String key) {
    return block.flatMap(keys -> keys.get(key));
  }
}
