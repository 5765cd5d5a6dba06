package org.sipbond.core.bond;

import java.net.InetAddress;
import java.util.Optional;
import java.util.function.Function;
import org.sipbond.core.net.IpLiteral;

/** What the kernel answers when it is asked which address it would send from to a destination. */
public sealed interface SourceAddress {

  /** Calls the function of this case. */
  <T> T fold(Function<From, T> from, Function<NoRoute, T> noRoute);

  /** Why {@code listener} is not what the kernel would send from; empty where it is. */
  default Optional<String> objection(Listener listener) {
    return fold(
        from ->
            from.address().equals(listener.address()) ? Optional.empty() : Optional.of(toString()),
        noRoute -> Optional.of(toString()));
  }

  /**
   * One address of this machine.
   *
   * @param address never the wildcard; a zone ({@code fe80::1%eth0}) counts for nothing, because a
   *     listener has none
   */
  record From(InetAddress address) implements SourceAddress {
    public From {
      if (address.isAnyLocalAddress()) {
        throw new IllegalArgumentException(
            "source address is " + IpLiteral.text(address) + "; allowed: one address");
      }
    }

    @Override
    public <T> T fold(Function<From, T> from, Function<NoRoute, T> noRoute) {
      return from.apply(this);
    }

    /** {@code the kernel would send from 192.0.2.4}. */
    @Override
    public String toString() {
      return "the kernel would send from " + IpLiteral.text(address);
    }
  }

  /**
   * None: there is no route, or the kernel forbids it.
   *
   * @param reason in the words of the kernel
   */
  record NoRoute(String reason) implements SourceAddress {
    @Override
    public <T> T fold(Function<From, T> from, Function<NoRoute, T> noRoute) {
      return noRoute.apply(this);
    }

    /** {@code the kernel has no route: Network is unreachable}. */
    @Override
    public String toString() {
      return "the kernel has no route: " + reason;
    }
  }
}
