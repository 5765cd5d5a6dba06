package org.sipbond.sip.command;

import java.util.List;
import org.sipbond.core.resolve.DnsAnswer;

/** What is remembered of DNS. Fit for any thread. */
public interface DnsCache {
  /** What there is, with what is left of it; the least recently used first. */
  List<DnsAnswer> cached();

  /** Forgets what was asked of one name; how many answers that were. */
  int flush(String name);

  /** Forgets all. */
  void flush();
}
