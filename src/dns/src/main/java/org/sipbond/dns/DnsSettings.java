package org.sipbond.dns;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.xbill.DNS.Name;
import org.xbill.DNS.ResolverConfig;

/**
 * Who is asked, and how long.
 *
 * @param servers at least one; the first is asked first, the others where it fails
 * @param timeout of one try, TCP after truncation included
 * @param rounds how often each server is tried; 1 up
 * @param search domains for names of a single label, in order
 */
public record DnsSettings(
    List<InetSocketAddress> servers,
    Duration timeout,
    int rounds,
    List<String> search,
    CacheSettings cache) {
  /** With two servers that are both dead, a caller waits four seconds for each question. */
  public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(1);

  public static final int DEFAULT_ROUNDS = 2;

  public DnsSettings {
    servers = List.copyOf(servers);
    search = List.copyOf(search);
    if (servers.isEmpty()) {
      throw new IllegalArgumentException("no DNS server; allowed: at least one");
    }
    if (timeout.isNegative() || timeout.isZero() || rounds < 1) {
      throw new IllegalArgumentException(
          "timeout is " + timeout + " and rounds " + rounds + "; allowed: more than 0, 1 or more");
    }
  }

  /** The usual times, no search, and these servers. */
  public static DnsSettings of(InetSocketAddress... servers) {
    return new DnsSettings(
        List.of(servers), DEFAULT_TIMEOUT, DEFAULT_ROUNDS, List.of(), CacheSettings.DEFAULT);
  }

  /** Servers and search list of the system (on Unix, those of {@code /etc/resolv.conf}). */
  public static DnsSettings system() {
    ResolverConfig system = new ResolverConfig();
    return new DnsSettings(
        system.servers(),
        DEFAULT_TIMEOUT,
        DEFAULT_ROUNDS,
        system.searchPath().stream().map(Name::toString).toList(),
        CacheSettings.DEFAULT);
  }

  /** The same with another timeout and number of rounds. */
  public DnsSettings trying(Duration otherTimeout, int otherRounds) {
    return new DnsSettings(servers, otherTimeout, otherRounds, search, cache);
  }

  /** The same with another cache. */
  public DnsSettings keeping(CacheSettings other) {
    return new DnsSettings(servers, timeout, rounds, search, other);
  }

  /** The same with another search list. */
  public DnsSettings searching(List<String> domains) {
    return new DnsSettings(servers, timeout, rounds, domains, cache);
  }
}
