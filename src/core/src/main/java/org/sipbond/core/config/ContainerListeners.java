package org.sipbond.core.config;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.sipbond.core.bond.Listener;
import org.sipbond.core.bond.ListenerKey;

/**
 * Holds the listeners of the configuration against those that the container has. Addresses are
 * compared as values, so however the container spells IPv6 does not matter.
 */
public final class ContainerListeners {
  private ContainerListeners() {}

  /**
   * Why sipbond may not start: configured listeners that the container does not have, with both
   * lists; empty when it has them all. Holds for either {@link ListenerSource}. Listeners that only
   * the container has are allowed: they are in no bond, so what comes in by them is refused.
   */
  public static Optional<String> missing(
      List<Listener> configured, Collection<ListenerKey> container) {
    List<String> missing =
        configured.stream()
            .filter(listener -> !container.contains(listener.key()))
            .map(ContainerListeners::text)
            .toList();
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "the container does not have "
                + join(missing)
                + "; configured: "
                + join(configured.stream().map(ContainerListeners::text).toList())
                + "; container: "
                + join(container.stream().map(ListenerKey::toString).toList())
                + "; allowed: listeners that the container has a connector for");
  }

  private static String text(Listener listener) {
    return listener.name() + " " + listener.notation();
  }

  private static String join(List<String> texts) {
    return texts.isEmpty() ? "none" : String.join(", ", texts);
  }
}
