package org.sipbond.demo;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.sipbond.core.bond.Listener;
import org.sipbond.core.net.HostPort;
import org.sipbond.wire.Endpoints;
import org.sipbond.wire.WireMessage;
import org.sipbond.wire.agent.IncomingCall;
import org.sipbond.wire.agent.OutgoingCall;
import org.sipbond.wire.agent.UserAgent;
import org.sipbond.wire.ladder.Ladder;
import org.sipbond.wire.ladder.Lane;
import org.sipbond.wire.promise.PromiseCheck;
import org.sipbond.wire.promise.Side;
import org.sipbond.wire.promise.Violation;

/** Places one call and looks at what its peers' sockets saw. */
final class DemoCall {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final Listener ingress;
  private final UserAgent caller;

  DemoCall(Listener ingress, UserAgent caller) {
    this.ingress = ingress;
    this.caller = caller;
  }

  /**
   * What was seen of a call.
   *
   * @param callId of the caller's leg
   * @param ladder its messages, drawn
   * @param violations broken promises; empty when there are none
   */
  record Seen(String callId, Ladder ladder, List<Violation> violations) {
    Seen {
      violations = List.copyOf(violations);
    }
  }

  /** A whole call to a callee. */
  Seen across(DemoCallees.Callee to) {
    Listener egress = to.egress();
    UserAgent callee = to.agent();
    int callerBefore = caller.messages().size();
    int calleeBefore = callee.messages().size();
    OutgoingCall call = caller.invite(uri(to.user()), socket(ingress));
    call.awaitStatus(200, LIMIT);
    call.ack();
    IncomingCall answered = callee.awaitCall(LIMIT);
    answered.awaitAck(LIMIT);
    call.bye().awaitStatus(200, LIMIT);
    answered.awaitRequest("BYE", LIMIT);
    List<WireMessage> messages = since(caller, callerBefore);
    messages.addAll(since(callee, calleeBefore));
    Ladder ladder =
        new Ladder(
            List.of(
                Lane.of("caller", caller.address()),
                lane(ingress),
                lane(egress),
                Lane.of("callee", callee.address())),
            messages);
    PromiseCheck check =
        PromiseCheck.between(
            Side.of("intern", List.of(ingress), Endpoints.of(caller.address())),
            Side.of("extern", List.of(egress), Endpoints.of(callee.address())));
    return new Seen(call.callId(), ladder, check.violations(ladder.messages()));
  }

  /** A call that has to be refused with this status. */
  Seen refused(String user, int status) {
    int before = caller.messages().size();
    OutgoingCall call = caller.invite(uri(user), socket(ingress));
    call.awaitStatus(status, LIMIT);
    Ladder ladder =
        new Ladder(
            List.of(Lane.of("caller", caller.address()), lane(ingress)), since(caller, before));
    return new Seen(call.callId(), ladder, List.of());
  }

  private String uri(String user) {
    return "sip:" + user + "@" + HostPort.of(ingress.address(), ingress.port());
  }

  /** A connection to a peer comes from any port of the member's address. */
  private static Lane lane(Listener listener) {
    return listener.transport().reliable()
        ? Lane.everyPortOf(listener.name(), listener.address())
        : Lane.of(listener.name(), socket(listener));
  }

  private static InetSocketAddress socket(Listener listener) {
    return new InetSocketAddress(listener.address(), listener.port());
  }

  private static List<WireMessage> since(UserAgent agent, int before) {
    List<WireMessage> messages = agent.messages();
    return new ArrayList<>(messages.subList(before, messages.size()));
  }
}
