package org.sipbond.core.config;

import java.time.Duration;

/**
 * How the server stops.
 *
 * @param drainTimeout how long running transactions may take to end; 30 s unless configured, zero
 *     for not waiting
 */
public record StopSettings(Duration drainTimeout) {
  static final Duration DEFAULT_DRAIN_TIMEOUT = Duration.ofSeconds(30);
}
