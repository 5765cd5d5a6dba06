package org.sipbond.sip.leg;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import javax.servlet.sip.SipServletRequest;
import org.sipbond.core.bond.Capability;
import org.sipbond.core.bond.Selection;
import org.sipbond.core.decision.Decider;
import org.sipbond.core.decision.Refusal;
import org.sipbond.core.guard.SendersOfCalls;
import org.sipbond.core.net.Destination;
import org.sipbond.core.net.TargetUri;
import org.sipbond.core.resolve.Capabilities;
import org.sipbond.core.resolve.Target;
import org.sipbond.sip.outbound.OutboundDestination;
import org.sipbond.sip.outbound.OutboundInterface;

/**
 * Which member a leg sends by within its dialog: the one it began with for as long as that can send
 * where the peer wants it, else one that its bond selects, to which the leg then moves; or none.
 * Free for any thread.
 */
public final class LegMembers {
  private static final System.Logger LOG = System.getLogger(LegMembers.class.getName());

  private final Decider decider;
  private final OutboundInterface outbound;
  private final OutboundDestination destinations;
  private final SendersOfCalls senders;

  /**
   * @param senders gets to know of legs that move
   */
  public LegMembers(
      Decider decider,
      OutboundInterface outbound,
      OutboundDestination destinations,
      SendersOfCalls senders) {
    this.decider = decider;
    this.outbound = outbound;
    this.destinations = destinations;
    this.senders = senders;
  }

  /** What has to be located for the leg's own member. */
  Target own(DialogLeg leg, TargetUri uri) {
    return Target.of(uri, Capabilities.of(List.of(leg.member().capability())));
  }

  /** The same for any member of its bond. */
  Target any(DialogLeg leg, TargetUri uri) {
    return decider.target(leg.bond(), uri);
  }

  /** Whether the leg's own member, or this container, leaves no other choice. */
  boolean settles(DialogLeg leg, List<Destination> found) {
    return !destinations.containerTakesPart() || own(leg, found).isPresent();
  }

  /**
   * Lets a request go to the first of some destinations that a member can send to.
   *
   * @param found at least one
   * @return why it must not be sent; empty where it may
   */
  Optional<Refusal> direct(SipServletRequest request, DialogLeg leg, List<Destination> found) {
    Optional<Destination> near = own(leg, found);
    if (near.isPresent()) {
      use(request, leg, near.get());
      return Optional.empty();
    }
    Destination first = found.get(0);
    return destinations.containerTakesPart()
        ? decider
            .select(leg.bond(), first, leg.session().getCallId())
            .fold(chosen -> move(request, leg, chosen), none -> Optional.of(Refusal.of(none)))
        : Optional.of(Refusal.ofDialog(leg.member().capability(), Capability.neededBy(first)));
  }

  private static Optional<Destination> own(DialogLeg leg, List<Destination> found) {
    return found.stream()
        .filter(one -> Capability.neededBy(one).equals(leg.member().capability()))
        .findFirst();
  }

  private Optional<Refusal> move(
      SipServletRequest request, DialogLeg leg, Selection.Chosen chosen) {
    LOG.log(Level.DEBUG, "leg {0} moves from {1}: {2}", request.getCallId(), leg.member(), chosen);
    leg.moveTo(chosen.listener());
    senders.moved(request.getCallId(), chosen.listener());
    use(request, leg, chosen.destination());
    return Optional.empty();
  }

  /** Said anew each time: a request that came in by another transport makes it forgotten. */
  private void use(SipServletRequest request, DialogLeg leg, Destination destination) {
    outbound.use(leg.session(), leg.member());
    destinations.use(request, destination);
  }
}
