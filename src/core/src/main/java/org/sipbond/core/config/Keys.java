package org.sipbond.core.config;

import java.util.List;
import java.util.stream.Stream;

/**
 * Every key of the document, by the block that may hold it; blocks with free names are not here.
 */
final class Keys {
  static final String LISTENERS_FROM = "listeners-from";
  static final String LISTENERS = "listeners";
  static final String BONDS = "bonds";
  static final String NEXT_HOPS = "next-hops";
  static final String RULES = "rules";
  static final String HTTP = "http";
  static final String STOP = "stop";
  static final String DNS = "dns";
  static final String ATTEMPTS = "attempts";
  static final String CALLS = "calls";
  static final String TLS = "tls";
  static final String DATABASE = "database";
  static final String CONNECT_TIMEOUT = "connect-timeout";

  static final String BIND = "bind";
  static final String ADVERTISE = "advertise";

  static final String MEMBERS = "members";
  static final String ON_NO_MATCH = "on-no-match";
  static final String FAMILIES = "families";
  static final String AUTO_ROUTE = "auto-route";
  static final String TRUSTED = "trusted";
  static final String LISTENER = "listener";
  static final String PRIORITY = "priority";
  static final String WEIGHT = "weight";
  static final String FALLBACK = "fallback";

  static final String FROM = "from";
  static final String TO = "to";
  static final String SOURCE = "source";
  static final String METHOD = "method";
  static final String USER = "user";
  static final String FROM_ADDRESS = "from-address";
  static final String TO_ADDRESS = "to-address";
  static final String NEXT_HOP = "next-hop";
  static final String ROLE = "role";
  static final String STATUS = "status";
  static final String STRIP = "strip";
  static final String PREFIX = "prefix";
  static final String ADDRESSES = "addresses";

  static final String ADDRESS = "address";
  static final String PORT = "port";
  static final String DRAIN_TIMEOUT = "drain-timeout";
  static final String RING_TIMEOUT = "ring-timeout";
  static final String MAX_TIME = "max-time";
  static final String SESSION_EXPIRES = "session-expires";
  static final String MIN_SE = "min-se";
  static final String KEEPALIVE = "keepalive";
  static final String KEEPALIVE_INTERVAL = "keepalive-interval";

  static final String SERVERS = "servers";
  static final String SEARCH = "search";
  static final String TIMEOUT = "timeout";
  static final String ROUNDS = "rounds";
  static final String CACHE = "cache";
  static final String ENTRIES = "entries";
  static final String LONGEST = "longest";
  static final String LONGEST_NEGATIVE = "longest-negative";
  static final String STALE = "stale";
  static final String PATIENCE = "patience";
  static final String RECHECK = "recheck";

  static final String GUARD = "guard";

  static final String FAILED_LAST = "failed-last";
  static final String PROBE = "probe";
  static final String ANSWER_TIMEOUT = "answer-timeout";

  static final String CERTIFICATE = "certificate";
  static final String KEY = "key";
  static final String TRUST = "trust";
  static final String CLIENT_AUTH = "client-auth";

  static final String URL = "url";
  static final String DATABASE_USER = "user";
  static final String PASSWORD = "password";
  static final String DATA_SOURCE = "data-source";

  static final List<String> DOCUMENT =
      List.of(
          LISTENERS_FROM,
          LISTENERS,
          BONDS,
          NEXT_HOPS,
          RULES,
          HTTP,
          STOP,
          DNS,
          ATTEMPTS,
          CALLS,
          TLS,
          CONNECT_TIMEOUT,
          GUARD,
          DATABASE);
  static final List<String> ONE_LISTENER = List.of(BIND, ADVERTISE, TLS);
  static final List<String> ONE_BOND = List.of(MEMBERS, ON_NO_MATCH, FAMILIES, AUTO_ROUTE, TRUSTED);
  static final List<String> ONE_MEMBER = List.of(LISTENER, PRIORITY, WEIGHT);
  static final List<String> ONE_ON_NO_MATCH = List.of(FALLBACK);
  static final List<String> ONE_RULE =
      List.of(
          FROM,
          TO,
          SOURCE,
          METHOD,
          USER,
          FROM_ADDRESS,
          TO_ADDRESS,
          NEXT_HOP,
          ROLE,
          STATUS,
          STRIP,
          PREFIX,
          ADDRESSES);
  static final List<String> ONE_HTTP = List.of(ADDRESS, PORT);
  static final List<String> ONE_STOP = List.of(DRAIN_TIMEOUT);
  static final List<String> ONE_DNS = List.of(SERVERS, SEARCH, TIMEOUT, ROUNDS, CACHE);
  static final List<String> ONE_CACHE =
      List.of(ENTRIES, LONGEST, LONGEST_NEGATIVE, STALE, PATIENCE, RECHECK);
  static final List<String> ONE_ATTEMPTS = List.of(FAILED_LAST, PATIENCE, PROBE, ANSWER_TIMEOUT);
  static final List<String> ONE_CALLS =
      List.of(RING_TIMEOUT, MAX_TIME, SESSION_EXPIRES, MIN_SE, KEEPALIVE, KEEPALIVE_INTERVAL);
  static final List<String> ONE_TLS = List.of(CERTIFICATE, KEY, TRUST, CLIENT_AUTH);

  static final List<String> ONE_DATABASE = List.of(URL, DATABASE_USER, PASSWORD, DATA_SOURCE);

  private Keys() {}

  /** The path of every key, {@code *} for a free name or a place in a list. */
  static List<String> paths() {
    return Stream.of(
            DOCUMENT.stream(),
            Stream.of("listeners.*", "bonds.*", "next-hops.*", "rules.*", "bonds.*.members.*"),
            under("listeners.*.", ONE_LISTENER),
            under("listeners.*.tls.", ONE_TLS),
            under("tls.", ONE_TLS),
            under("bonds.*.", ONE_BOND),
            under("bonds.*.members.*.", ONE_MEMBER),
            under("bonds.*.on-no-match.", ONE_ON_NO_MATCH),
            under("rules.*.", ONE_RULE),
            under("http.", ONE_HTTP),
            under("stop.", ONE_STOP),
            under("dns.", ONE_DNS),
            under("dns.cache.", ONE_CACHE),
            under("attempts.", ONE_ATTEMPTS),
            under("calls.", ONE_CALLS),
            under("database.", ONE_DATABASE))
        .flatMap(paths -> paths)
        .toList();
  }

  private static Stream<String> under(String block, List<String> keys) {
    return keys.stream().map(block::concat);
  }
}
