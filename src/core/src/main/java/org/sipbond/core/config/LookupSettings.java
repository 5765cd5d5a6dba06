package org.sipbond.core.config;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

/**
 * Who is asked for host names, and how long.
 *
 * @param servers in the order of asking, by address; empty for those of the system
 * @param timeout of one try, more than 0; 1 s unless configured
 * @param rounds how often each server is tried; 2 unless configured
 */
public record LookupSettings(
    List<InetSocketAddress> servers,
    SearchDomains search,
    Duration timeout,
    int rounds,
    LookupCacheSettings cache) {
  /** Servers and search domains of the system. */
  public static final LookupSettings DEFAULT =
      new LookupSettings(
          List.of(), SearchDomains.SYSTEM, Duration.ofSeconds(1), 2, LookupCacheSettings.DEFAULT);

  public LookupSettings {
    servers = List.copyOf(servers);
  }
}
