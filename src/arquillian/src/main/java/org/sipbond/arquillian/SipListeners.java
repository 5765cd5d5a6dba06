package org.sipbond.arquillian;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sipbond.core.bond.Listener;
import org.sipbond.core.net.AddressFamily;
import org.sipbond.core.net.Transport;

/**
 * The SIP listeners of the container that a test runs in, in the order of {@code arquillian.xml}.
 */
public record SipListeners(List<Listener> all) {

  public SipListeners {
    all = List.copyOf(all);
  }

  /** The listener of that name; fails when there is none. */
  public Listener named(String name) {
    return all.stream()
        .filter(listener -> listener.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no listener " + name + "; there are: " + String.join(", ", names().toList())));
  }

  /** The first one of a transport and family; empty where this machine cannot have it. */
  public Optional<Listener> first(Transport transport, AddressFamily family) {
    return all.stream()
        .filter(listener -> listener.transport() == transport && listener.family() == family)
        .findFirst();
  }

  private Stream<String> names() {
    return all.stream().map(Listener::name);
  }
}
