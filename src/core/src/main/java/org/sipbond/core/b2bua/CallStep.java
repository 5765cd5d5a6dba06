package org.sipbond.core.b2bua;

import java.util.List;

/**
 * The outcome of an event: the state that follows and what is to be sent, in order.
 *
 * @param next the state that the call is in afterwards
 * @param actions what is to be sent, in this order; may be empty
 */
public record CallStep(CallState next, List<CallAction> actions) {
  public CallStep {
    actions = List.copyOf(actions);
  }

  static CallStep to(CallState next, CallAction... actions) {
    return new CallStep(next, List.of(actions));
  }
}
