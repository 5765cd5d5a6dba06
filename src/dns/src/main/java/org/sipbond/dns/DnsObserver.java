package org.sipbond.dns;

import java.time.Duration;
import org.sipbond.core.resolve.DnsAnswer;

/** Is told of each question that servers were asked, the cache aside; must not block. */
@FunctionalInterface
public interface DnsObserver {
  /** Is told nothing. */
  DnsObserver NONE = (answer, took) -> {};

  void asked(DnsAnswer answer, Duration took);
}
