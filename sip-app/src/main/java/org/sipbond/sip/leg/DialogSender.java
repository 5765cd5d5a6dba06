package org.sipbond.sip.leg;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import javax.servlet.sip.SipServletRequest;
import org.sipbond.core.decision.Refusal;
import org.sipbond.core.net.Destination;
import org.sipbond.core.net.IpLiteral;
import org.sipbond.core.net.TargetUri;
import org.sipbond.core.net.Transport;
import org.sipbond.core.resolve.Resolution;
import org.sipbond.core.resolve.Resolver;
import org.sipbond.sip.message.DialogHeaders;
import org.sipbond.sip.message.RequestReader;

/**
 * Sends requests within a dialog to where its peer wants them: the first Route header, else the
 * peer's Contact (RFC 3261 §12.2.1.1), located as any other target. The leg's member sends them, or
 * another of its bond where the peer wants another transport or address family. An address without
 * a transport is sent to by the leg's own, not by UDP: peers on TCP often leave the parameter out.
 */
public final class DialogSender {
  private static final System.Logger LOG = System.getLogger(DialogSender.class.getName());

  private final Resolver resolver;
  private final LegMembers members;
  private final DialogHeaders dialogs;
  private final Executor connecting;

  /**
   * @param connecting its threads may be blocked, by a connection that has to be made anew; it may
   *     reject
   */
  public DialogSender(
      Resolver resolver, LegMembers members, DialogHeaders dialogs, Executor connecting) {
    this.resolver = resolver;
    this.members = members;
    this.dialogs = dialogs;
    this.connecting = connecting;
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
      return transmit(request, leg, unsent);
    }
    Optional<Destination> plain = byAddress(next.get(), leg.member().transport());
    return plain.isPresent()
        ? route(request, leg, List.of(plain.get()), unsent)
        : resolver
            .resolve(members.own(leg, next.get()))
            .thenCompose(found -> near(request, leg, found, unsent, next.get()));
  }

  private static Optional<Destination> byAddress(TargetUri uri, Transport ofTheLeg) {
    int port = uri.port() == TargetUri.NO_PORT ? ofTheLeg.defaultPort() : uri.port();
    return uri.parameters().containsKey("transport") || uri.secure()
        ? Optional.empty()
        : IpLiteral.parse(uri.target())
            .map(address -> new Destination(ofTheLeg, address, port, uri.host()));
  }

  /** Asks for what the others of the bond can send only where the leg's own member cannot. */
  private CompletionStage<?> near(
      SipServletRequest request,
      DialogLeg leg,
      Resolution found,
      Consumer<Refusal> unsent,
      TargetUri uri) {
    boolean settled =
        found.fold(
            located -> members.settles(leg, located.destinations()),
            unlocated -> members.settles(leg, List.of()));
    return settled
        ? route(request, leg, found, unsent)
        : resolver
            .resolve(members.any(leg, uri))
            .thenCompose(any -> route(request, leg, any, unsent));
  }

  private CompletionStage<?> route(
      SipServletRequest request, DialogLeg leg, Resolution resolution, Consumer<Refusal> unsent) {
    return resolution.fold(
        located -> route(request, leg, located.destinations(), unsent),
        unlocated -> refused(Refusal.of(unlocated.failure()), unsent));
  }

  private CompletionStage<?> route(
      SipServletRequest request,
      DialogLeg leg,
      List<Destination> destinations,
      Consumer<Refusal> unsent) {
    Optional<Refusal> refusal = members.direct(request, leg, destinations);
    return refusal.isPresent() ? refused(refusal.get(), unsent) : transmit(request, leg, unsent);
  }

  private static CompletionStage<?> refused(Refusal why, Consumer<Refusal> unsent) {
    unsent.accept(why);
    return CompletableFuture.completedStage(why);
  }

  /** Where a connection may have to be made anew, on a thread of our own. */
  private CompletionStage<?> transmit(
      SipServletRequest request, DialogLeg leg, Consumer<Refusal> unsent) {
    Runnable sending = () -> transmit(request, unsent);
    if (leg.member().transport() != Transport.UDP) {
      try {
        return CompletableFuture.runAsync(sending, connecting);
      } catch (RejectedExecutionException full) {
        LOG.log(Level.DEBUG, "sent on the thread that asked", full);
      }
    }
    sending.run();
    return CompletableFuture.completedStage(request);
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
