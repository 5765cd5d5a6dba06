package org.sipbond.it.conformance;

import org.sipbond.wire.agent.Call;
import org.sipbond.wire.agent.ClientTransaction;
import org.sipbond.wire.agent.IncomingCall;
import org.sipbond.wire.agent.OutgoingCall;

/** Both ends of one call, and which of them sends what the row is about. */
record Talk(Direction direction, OutgoingCall caller, IncomingCall callee) {

  /** The end that sends it. */
  Call sender() {
    return direction == Direction.CALLEE_TO_CALLER ? callee : caller;
  }

  /** The end that gets it. */
  Call receiver() {
    return direction == Direction.CALLEE_TO_CALLER ? caller : callee;
  }

  /** Ends the call from the side of the sender. */
  void end() {
    ClientTransaction bye = sender().bye();
    receiver().awaitRequest("BYE", Exchange.LIMIT);
    bye.awaitStatus(200, Exchange.LIMIT);
  }
}
