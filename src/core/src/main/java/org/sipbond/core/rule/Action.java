package org.sipbond.core.rule;

import java.util.function.Function;

/** What a rule does with a request. */
public sealed interface Action {

  /** Calls the function of this case. */
  <T> T fold(Function<Bridge, T> bridge, Function<Reject, T> reject);

  /** What sipbond is then. */
  Role role();

  /**
   * A second leg.
   *
   * @param to the name of the egress bond
   */
  record Bridge(String to, NextHop nextHop, Rewrite rewrite) implements Action {
    @Override
    public <T> T fold(Function<Bridge, T> bridge, Function<Reject, T> reject) {
      return bridge.apply(this);
    }

    @Override
    public Role role() {
      return Role.B2BUA;
    }

    /** {@code to extern by carrier1 (sip:192.0.2.9)}. */
    @Override
    public String toString() {
      return "to " + to + " by " + nextHop;
    }
  }

  /**
   * A final answer.
   *
   * @param status 400 to 699
   */
  record Reject(int status) implements Action {
    public Reject {
      if (status < 400 || status > 699) {
        throw new IllegalArgumentException("status is " + status + "; allowed: 400 to 699");
      }
    }

    @Override
    public <T> T fold(Function<Bridge, T> bridge, Function<Reject, T> reject) {
      return reject.apply(this);
    }

    @Override
    public Role role() {
      return Role.REJECT;
    }

    /** {@code reject with 403}. */
    @Override
    public String toString() {
      return "reject with " + status;
    }
  }
}
