package org.sipbond.core.bond;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sipbond.core.net.Destination;

/** What a bond answers for one destination. Never changes what it was asked with. */
public sealed interface Selection {

  /** Calls the function of this case. */
  <T> T fold(Function<Chosen, T> chosen, Function<NoMember, T> noMember);

  /**
   * The member that sends.
   *
   * @param bond the bond that has the member; another than the one asked only where that one names
   *     it as its fallback
   * @param rejected every other member that was looked at, in declared order
   */
  record Chosen(Bond bond, Destination destination, Listener listener, List<Rejection> rejected)
      implements Selection {
    public Chosen {
      rejected = List.copyOf(rejected);
    }

    @Override
    public <T> T fold(Function<Chosen, T> chosen, Function<NoMember, T> noMember) {
      return chosen.apply(this);
    }

    /** The same choice, made after bonds that had nobody. */
    Chosen after(List<Rejection> earlier) {
      return new Chosen(
          bond, destination, listener, Stream.concat(earlier.stream(), rejected.stream()).toList());
    }

    /** {@code tls:[2001:db8::9]:5061 by ext-tls6 tls:[2001:db8::1]:5061 of bond extern}. */
    @Override
    public String toString() {
      return destination + " by " + listener + " of bond " + bond.name();
    }
  }

  /**
   * No member can send there, so nothing may be sent.
   *
   * @param bond the bond that was asked
   * @param rejected every member that was looked at, those of fallback bonds after the bond's own
   */
  record NoMember(Bond bond, Destination destination, List<Rejection> rejected)
      implements Selection {
    public NoMember {
      rejected = List.copyOf(rejected);
    }

    @Override
    public <T> T fold(Function<Chosen, T> chosen, Function<NoMember, T> noMember) {
      return noMember.apply(this);
    }

    /** What the destination needed and nobody had. */
    public Capability needed() {
      return Capability.neededBy(destination);
    }

    /**
     * One line without addresses, fit for a Reason header (RFC 3326): {@code no member of bond
     * extern for tls over ipv6}, and {@code by auto-route} where only the kernel's choice of
     * address stood against it; {@code no usable member} where one would fit but may not send now.
     */
    public String reason() {
      String what = asked() + " for " + needed();
      if (isTemporary()) {
        return "no usable member of " + what;
      }
      boolean unrouted = rejections(Rejection.Cause.ROUTE).findAny().isPresent();
      return "no member of " + what + (unrouted ? " by auto-route" : "");
    }

    /** Whether a member could send there and only may not now. */
    public boolean isTemporary() {
      return rejections(Rejection.Cause.UNUSABLE).findAny().isPresent();
    }

    /**
     * The reason with which listeners may not send now, with what the kernel answered, where it was
     * asked, and the members that there are; for logs and the operator, never for a peer.
     */
    public String explanation() {
      Stream<String> kernel = rejections(Rejection.Cause.ROUTE).map(Rejection::reason);
      Stream<String> unusable =
          rejections(Rejection.Cause.UNUSABLE)
              .map(rejection -> rejection.listener().name() + " is " + rejection.reason());
      String why =
          Stream.concat(unusable, kernel)
              .distinct()
              .map(part -> "; " + part)
              .collect(Collectors.joining());
      return rejected.stream()
          .map(rejection -> rejection.listener().notation())
          .distinct()
          .collect(Collectors.joining(", ", reason() + why + "; members: ", ""));
    }

    private Stream<Rejection> rejections(Rejection.Cause cause) {
      return rejected.stream().filter(rejection -> rejection.cause() == cause);
    }

    private String asked() {
      return Stream.concat(Stream.of(bond.name()), rejected.stream().map(Rejection::bond))
          .distinct()
          .collect(Collectors.joining(" or its fallback ", "bond ", ""));
    }

    @Override
    public String toString() {
      return explanation();
    }
  }
}
