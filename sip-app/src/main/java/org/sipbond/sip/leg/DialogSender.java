package org.sipbond.sip.leg;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import javax.servlet.sip.SipServletRequest;
import org.sipbond.core.bond.Capability;
import org.sipbond.core.decision.Refusal;
import org.sipbond.core.net.Destination;
import org.sipbond.core.net.IpLiteral;
import org.sipbond.core.net.TargetUri;
import org.sipbond.core.net.Transport;
import org.sipbond.core.resolve.Capabilities;
import org.sipbond.core.resolve.Resolution;
import org.sipbond.core.resolve.Resolver;
import org.sipbond.core.resolve.Target;
import org.sipbond.sip.message.DialogHeaders;
import org.sipbond.sip.message.RequestReader;
import org.sipbond.sip.outbound.OutboundDestination;
import org.sipbond.sip.outbound.OutboundInterface;

/**
 * Sends requests within a dialog to where its peer wants them: the first Route header, else the
 * peer's Contact (RFC 3261 §12.2.1.1), located as any other target. The leg's member sends them,
 * and only that: the stack keeps a dialog on the transport of its INVITE. An address without a
 * transport is sent to by the leg's own, not by UDP: peers on TCP often leave the parameter out.
 */
public final class DialogSender {
  private static final System.Logger LOG = System.getLogger(DialogSender.class.getName());

  private final Resolver resolver;
  private final OutboundInterface outbound;
  private final OutboundDestination outboundDestination;
  private final DialogHeaders dialogs;

  public DialogSender(
      Resolver resolver,
      OutboundInterface outbound,
      OutboundDestination outboundDestination,
      DialogHeaders dialogs) {
    this.resolver = resolver;
    this.outbound = outbound;
    this.outboundDestination = outboundDestination;
    this.dialogs = dialogs;
  }

  /**
   * Sends, after whatever was sent on the leg before.
   *
   * @param unsent gets to know why it was not sent
   */
  void send(SipServletRequest request, DialogLeg leg, Consumer<Refusal> unsent) {
    dialogs.rewrite(request, leg.member());
    leg.after(() -> locate(request, leg, unsent));
  }

  /** Which dialog is the other leg of which. */
  DialogHeaders dialogs() {
    return dialogs;
  }

  private CompletionStage<?> locate(
      SipServletRequest request, DialogLeg leg, Consumer<Refusal> unsent) {
    Optional<TargetUri> next = RequestReader.nextHop(request);
    if (next.isEmpty()) {
      transmit(request, unsent);
      return CompletableFuture.completedStage(request);
    }
    Optional<Destination> plain = byAddress(next.get(), leg.member().transport());
    if (plain.isPresent()) {
      route(request, leg, List.of(plain.get()), unsent);
      return CompletableFuture.completedStage(request);
    }
    return resolver
        .resolve(Target.of(next.get(), Capabilities.of(List.of(leg.member().capability()))))
        .thenAccept(resolution -> route(request, leg, resolution, unsent));
  }

  private static Optional<Destination> byAddress(TargetUri uri, Transport ofTheLeg) {
    int port = uri.port() == TargetUri.NO_PORT ? ofTheLeg.defaultPort() : uri.port();
    return uri.parameters().containsKey("transport") || uri.secure()
        ? Optional.empty()
        : IpLiteral.parse(uri.target())
            .map(address -> new Destination(ofTheLeg, address, port, uri.host()));
  }

  private void route(
      SipServletRequest request, DialogLeg leg, Resolution resolution, Consumer<Refusal> unsent) {
    List<Destination> destinations =
        resolution.fold(
            Resolution.Located::destinations,
            unlocated -> {
              unsent.accept(Refusal.of(unlocated.failure()));
              return List.of();
            });
    if (!destinations.isEmpty()) {
      route(request, leg, destinations, unsent);
    }
  }

  /** To the first destination that the leg's member can send to. */
  private void route(
      SipServletRequest request,
      DialogLeg leg,
      List<Destination> destinations,
      Consumer<Refusal> unsent) {
    Capability able = leg.member().capability();
    Optional<Destination> first =
        destinations.stream()
            .filter(destination -> Capability.neededBy(destination).equals(able))
            .findFirst();
    if (first.isPresent()) {
      // Said anew: a request that came in by another transport has made the container forget it.
      outbound.use(leg.session(), leg.member());
      outboundDestination.use(request, first.get());
      transmit(request, unsent);
    } else {
      unsent.accept(Refusal.ofDialog(able, Capability.neededBy(destinations.get(0))));
    }
  }

  private static void transmit(SipServletRequest request, Consumer<Refusal> unsent) {
    try {
      request.send();
    } catch (IOException | IllegalStateException lost) {
      // The container wraps what its stack throws for lack of a connection in the latter.
      LOG.log(Level.DEBUG, "not sent", lost);
      unsent.accept(Refusal.UNREACHABLE);
    }
  }
}
