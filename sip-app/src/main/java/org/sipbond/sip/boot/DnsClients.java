package org.sipbond.sip.boot;

import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executor;
import org.sipbond.core.config.LookupCacheSettings;
import org.sipbond.core.config.LookupSettings;
import org.sipbond.dns.CacheSettings;
import org.sipbond.dns.DnsClient;
import org.sipbond.dns.DnsObserver;
import org.sipbond.dns.DnsSettings;

/** Translates what the configuration says of DNS, and opens a client with it. */
final class DnsClients {

  private DnsClients() {}

  /**
   * A client as configured; what the configuration leaves to the system is read now.
   *
   * @param executor runs what waits for answers
   */
  static DnsClient open(LookupSettings settings, Executor executor, DnsObserver observer) {
    DnsSettings system = DnsSettings.system();
    List<InetSocketAddress> servers =
        settings.servers().isEmpty() ? system.servers() : settings.servers();
    return DnsClient.open(
        new DnsSettings(
            servers,
            settings.timeout(),
            settings.rounds(),
            settings.search().ofTheSystem() ? system.search() : settings.search().domains(),
            cache(settings.cache())),
        Clock.systemUTC(),
        executor,
        observer);
  }

  private static CacheSettings cache(LookupCacheSettings cache) {
    return new CacheSettings(
        cache.longest(),
        cache.longestNegative(),
        cache.stale(),
        cache.patience(),
        cache.recheck(),
        cache.entries());
  }
}
