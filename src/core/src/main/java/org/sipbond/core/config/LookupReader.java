package org.sipbond.core.config;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.sipbond.core.net.HostPort;
import org.sipbond.core.net.IpLiteral;

/** Reads {@code dns}. */
final class LookupReader {
  private static final String ALLOWED = "{ servers = [192.0.2.53], timeout = 1s }";
  private static final String CACHE_ALLOWED = "{ longest = 1d, stale = 1d }";
  private static final String SERVERS =
      "an IP address, or address:port, such as 192.0.2.53 or [2001:db8::53]:5353";
  private static final String DOMAINS = "a domain such as example.com";
  private static final int PORT = 53;
  private static final int MOST_ROUNDS = 10;
  private static final int MOST_ENTRIES = 1_000_000;

  /** The cap that RFC 8767 §4 recommends for any TTL. */
  private static final String WEEK = "7d";

  private final Optional<Block> block;
  private final Optional<Block> cache;

  LookupReader(Block document) {
    this.block = document.get(Keys.DNS).flatMap(value -> value.block(Keys.ONE_DNS, ALLOWED));
    this.cache =
        value(block, Keys.CACHE).flatMap(value -> value.block(Keys.ONE_CACHE, CACHE_ALLOWED));
  }

  LookupSettings read() {
    LookupSettings usual = LookupSettings.DEFAULT;
    return new LookupSettings(
        servers(),
        search(),
        duration(block, Keys.TIMEOUT, "10ms", "60s", usual.timeout()),
        number(block, Keys.ROUNDS, 1, MOST_ROUNDS, usual.rounds()),
        cache());
  }

  private LookupCacheSettings cache() {
    LookupCacheSettings usual = LookupCacheSettings.DEFAULT;
    return new LookupCacheSettings(
        number(cache, Keys.ENTRIES, 0, MOST_ENTRIES, usual.entries()),
        duration(cache, Keys.LONGEST, "0s", WEEK, usual.longest()),
        duration(cache, Keys.LONGEST_NEGATIVE, "0s", WEEK, usual.longestNegative()),
        duration(cache, Keys.STALE, "0s", WEEK, usual.stale()),
        duration(cache, Keys.PATIENCE, "0s", "60s", usual.patience()),
        duration(cache, Keys.RECHECK, "0s", "24h", usual.recheck()));
  }

  /** An empty list is a problem: who wants the servers of the system leaves the key out. */
  private List<InetSocketAddress> servers() {
    Optional<Value> value = value(block, Keys.SERVERS);
    Optional<List<Value>> list = value.flatMap(found -> found.oneOrMore(SERVERS));
    if (list.filter(List::isEmpty).isPresent()) {
      value.ifPresent(found -> found.refused("an empty list", SERVERS));
    }
    return each(list, LookupReader::server, SERVERS);
  }

  private SearchDomains search() {
    return value(block, Keys.SEARCH)
        .flatMap(found -> found.oneOrMore(DOMAINS))
        .map(list -> SearchDomains.of(each(Optional.of(list), LookupReader::domain, DOMAINS)))
        .orElse(SearchDomains.SYSTEM);
  }

  private static <T> List<T> each(
      Optional<List<Value>> list, Function<String, Optional<T>> meaning, String allowed) {
    return list.orElse(List.of()).stream()
        .flatMap(value -> value.as(meaning, allowed).stream())
        .toList();
  }

  private static Optional<InetSocketAddress> server(String text) {
    return address(text)
        .map(address -> new InetSocketAddress(address, PORT))
        .or(
            () ->
                HostPort.parse(text)
                    .flatMap(
                        given ->
                            address(given.host())
                                .map(address -> new InetSocketAddress(address, given.port()))));
  }

  private static Optional<InetAddress> address(String text) {
    return IpLiteral.parse(text)
        .filter(address -> !address.isAnyLocalAddress() && !address.isMulticastAddress());
  }

  private static Optional<String> domain(String text) {
    return HostPort.canonicalHost(text).filter(host -> IpLiteral.parse(host).isEmpty());
  }

  private static Optional<Value> value(Optional<Block> block, String key) {
    return block.flatMap(keys -> keys.get(key));
  }

  private static Duration duration(
      Optional<Block> block, String key, String least, String most, Duration otherwise) {
    return value(block, key).flatMap(value -> value.duration(least, most)).orElse(otherwise);
  }

  private static int number(Optional<Block> block, String key, int least, int most, int otherwise) {
    return value(block, key).flatMap(value -> value.number(least, most)).orElse(otherwise);
  }
}
