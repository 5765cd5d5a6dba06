package org.sipbond.core.config;

import java.util.List;

/**
 * What is put behind a host name of a single label, one after the other.
 *
 * @param ofTheSystem whether the search list of the system counts, and {@code domains} is empty
 * @param domains may be empty: then such a name is asked for as it is
 */
public record SearchDomains(boolean ofTheSystem, List<String> domains) {
  /** Whatever the system searches. */
  public static final SearchDomains SYSTEM = new SearchDomains(true, List.of());

  public SearchDomains {
    domains = List.copyOf(domains);
    if (ofTheSystem && !domains.isEmpty()) {
      throw new IllegalArgumentException(
          "search domains are " + domains + " and those of the system; allowed: one of the two");
    }
  }

  /** These domains, whatever the system searches. */
  static SearchDomains of(List<String> domains) {
    return new SearchDomains(false, domains);
  }
}
