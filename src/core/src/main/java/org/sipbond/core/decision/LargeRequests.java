package org.sipbond.core.decision;

import java.util.Comparator;
import java.util.stream.Stream;
import org.sipbond.core.attempt.RequestSize;
import org.sipbond.core.net.Destination;
import org.sipbond.core.net.Transport;
import org.sipbond.core.resolve.RecordType;
import org.sipbond.core.resolve.Resolution;
import org.sipbond.core.resolve.Target;
import org.sipbond.core.resolve.Trail;

/**
 * Keeps requests that are too large for UDP off it where there is another way. See RFC 3261
 * §18.1.1: such a request goes by TCP, and by UDP only when that fails.
 */
public final class LargeRequests {

  private LargeRequests() {}

  /**
   * The same resolution with its destinations in the order for a request of that size.
   *
   * <ol>
   *   <li>Where the URI names its transport, nothing changes: whoever configured it knows the peer.
   *   <li>What DNS offers by streams (NAPTR, SRV) comes before what it offers by UDP.
   *   <li>An address about whose transports nothing is known is tried by TCP and then by UDP, at
   *       the same port, where the bond has a member for that.
   * </ol>
   */
  public static Resolution.Located order(Resolution.Located located, RequestSize size) {
    Target target = located.target();
    if (!size.isLarge() || target.uri().parameters().containsKey("transport")) {
      return located;
    }
    return new Resolution.Located(
        target,
        guided(located)
            ? located.destinations().stream()
                .sorted(Comparator.comparing(LargeRequests::isDatagram))
                .toList()
            : located.destinations().stream()
                .flatMap(destination -> ways(target, destination))
                .distinct()
                .toList(),
        located.findings());
  }

  /** Whether DNS said which transports there are. */
  private static boolean guided(Resolution.Located located) {
    return located.destinations().stream()
        .flatMap(destination -> Trail.of(located, destination).questions().stream())
        .anyMatch(
            question -> question.type() == RecordType.NAPTR || question.type() == RecordType.SRV);
  }

  private static Stream<Destination> ways(Target target, Destination destination) {
    boolean alsoByTcp =
        isDatagram(destination)
            && target.capabilities().families(Transport.TCP).contains(destination.family());
    return alsoByTcp
        ? Stream.of(
            new Destination(
                Transport.TCP, destination.address(), destination.port(), destination.domain()),
            destination)
        : Stream.of(destination);
  }

  private static boolean isDatagram(Destination destination) {
    return destination.transport() == Transport.UDP;
  }
}
