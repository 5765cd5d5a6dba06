package org.sipbond.it;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.sipbond.testkit.program.LadderOnFailure;
import org.sipbond.wire.Endpoints;
import org.sipbond.wire.Header;
import org.sipbond.wire.WireMessage;
import org.sipbond.wire.agent.ClientTransaction;
import org.sipbond.wire.agent.IncomingCall;
import org.sipbond.wire.agent.OutgoingCall;
import org.sipbond.wire.agent.UserAgent;
import org.sipbond.wire.ladder.Lane;
import org.sipbond.wire.promise.PromiseCheck;
import org.sipbond.wire.promise.Side;
import org.sipbond.wire.promise.Violation;

/** A caller on the intern side and a callee on the extern side, each with sockets of its own. */
final class Peers implements AutoCloseable {
  static final Duration LIMIT = Duration.ofSeconds(10);

  private static final int CALLER = 10;

  private final Server server;
  private final String ingress;
  private final String egress;
  private final UserAgent caller;
  private final UserAgent callee;

  private Peers(Server server, String ingress, String egress, UserAgent caller, UserAgent callee) {
    this.server = server;
    this.ingress = ingress;
    this.egress = egress;
    this.caller = caller;
    this.callee = callee;
  }

  /**
   * A caller at the intern member of {@code from}, the callee that the rules know of {@code to}.
   */
  static Peers open(Server server, Grid grid, Medium from, Medium to, LadderOnFailure ladder)
      throws IOException {
    return open(server, grid, from, to, "ext-" + to, ladder);
  }

  /** The same where the callee is to be reached from another listener. */
  static Peers open(
      Server server, Grid grid, Medium from, Medium to, String egress, LadderOnFailure ladder)
      throws IOException {
    InetSocketAddress here = grid.free(from, CALLER);
    UserAgent caller = UserAgent.open("alice", from.transport(), here.getAddress(), here.getPort());
    InetSocketAddress there = grid.callee(to);
    UserAgent callee = UserAgent.open("bob", to.transport(), there.getAddress(), there.getPort());
    return open(server, "int-" + from, egress, caller, callee, ladder);
  }

  /** These two, who are to see the listeners of these names and no other. */
  static Peers open(
      Server server,
      String ingress,
      String egress,
      UserAgent caller,
      UserAgent callee,
      LadderOnFailure ladder) {
    Peers peers = new Peers(server, ingress, egress, caller, callee);
    ladder.lanes(
        Lane.of("caller", caller.address()),
        Lane.of(ingress, server.socket(ingress)),
        Lane.of(egress, server.socket(egress)),
        Lane.of("callee", callee.address()));
    ladder.of(peers::messages);
    return peers;
  }

  UserAgent caller() {
    return caller;
  }

  UserAgent callee() {
    return callee;
  }

  /** Calls a user whom the rules send to this callee. */
  OutgoingCall call() {
    return call(egress.substring("ext-".length()) + "-anybody");
  }

  /** Calls any user. */
  OutgoingCall call(String user) {
    return caller.invite("sip:" + user + "@example.com", server.socket(ingress));
  }

  /** Sends a request outside of dialogs to a user whom the rules send to this callee. */
  ClientTransaction request(String method, String body, Header... more) {
    return request(egress.substring("ext-".length()) + "-anybody", method, body, more);
  }

  /** The same to any user. */
  ClientTransaction request(String user, String method, String body, Header... more) {
    return caller.request(
        method, "sip:" + user + "@example.com", server.socket(ingress), body, more);
  }

  IncomingCall awaitCall() {
    return callee.awaitCall(LIMIT);
  }

  /** A call that both sides have, rung, answered and acknowledged. */
  Established establish() {
    OutgoingCall outgoing = call();
    IncomingCall incoming = awaitCall();
    outgoing.awaitStatus(180, LIMIT);
    incoming.answer();
    outgoing.awaitStatus(200, LIMIT);
    outgoing.ack();
    incoming.awaitAck(LIMIT);
    return new Established(outgoing, incoming);
  }

  /** Both ends of one call. */
  record Established(OutgoingCall outgoing, IncomingCall incoming) {}

  List<WireMessage> messages() {
    return Stream.concat(caller.messages().stream(), callee.messages().stream()).toList();
  }

  /** Whatever was not one member of each bond, or told one side of the other. */
  List<Violation> violations() {
    return PromiseCheck.between(callerSide(), calleeSide()).violations(messages());
  }

  /** The same where nothing may reach the callee. */
  List<Violation> violationsOfRefusal() {
    return PromiseCheck.between(callerSide(), calleeSide().silenced()).violations(messages());
  }

  private Side callerSide() {
    return side("intern", ingress, caller);
  }

  private Side calleeSide() {
    return side("extern", egress, callee);
  }

  private Side side(String bond, String listener, UserAgent peer) {
    return Side.of(bond, List.of(server.listener(listener)), Endpoints.of(peer.address()));
  }

  /**
   * What one side saw, in order; retransmissions once, and without 100, which is hop by hop and
   * sent only where nothing else is within 200 ms. See RFC 3261 §17.2.1.
   */
  static List<String> summaries(UserAgent agent) {
    return agent.messages().stream()
        .filter(message -> message.text().status() != 100)
        .map(message -> message.text().summary())
        .distinct()
        .toList();
  }

  /** Waits until that agent has seen or sent such a message, as {@code 200 OK (BYE)}. */
  static void await(UserAgent agent, String summary) {
    agent.log().await(message -> message.text().summary().equals(summary), LIMIT);
  }

  @Override
  public void close() {
    caller.close();
    callee.close();
  }
}
