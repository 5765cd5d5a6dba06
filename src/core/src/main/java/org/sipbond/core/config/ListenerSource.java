package org.sipbond.core.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Who makes the container's connectors. */
public enum ListenerSource {
  /** The launcher makes them from this configuration: the default. */
  CONFIGURATION,
  /** The container has its own; each listener of the configuration must be among them. */
  CONTAINER;

  static Optional<ListenerSource> named(String name) {
    return Arrays.stream(values()).filter(source -> source.toString().equals(name)).findFirst();
  }

  static List<String> names() {
    return Arrays.stream(values()).map(ListenerSource::toString).toList();
  }

  /** {@code configuration} or {@code container}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
