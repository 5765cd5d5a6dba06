package org.sipbond.core.rule;

import java.util.function.Function;
import org.sipbond.core.net.AddressPolicy;

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
   * @param addresses where the next hop may lead
   */
  record Bridge(String to, NextHop nextHop, Rewrite rewrite, AddressPolicy addresses)
      implements Action {

    /** A second leg to whatever address the next hop leads to. */
    public Bridge(String to, NextHop nextHop, Rewrite rewrite) {
      this(to, nextHop, rewrite, AddressPolicy.ANY);
    }

    @Override
    public <T> T fold(Function<Bridge, T> bridge, Function<Reject, T> reject) {
      return bridge.apply(this);
    }

    @Override
    public Role role() {
      return Role.B2BUA;
    }

    /** {@code to extern by carrier1 (sip:192.0.2.9)}, and {@code at public addresses}. */
    @Override
    public String toString() {
      String where = addresses == AddressPolicy.ANY ? "" : " at " + addresses + " addresses";
      return "to " + to + " by " + nextHop + where;
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
