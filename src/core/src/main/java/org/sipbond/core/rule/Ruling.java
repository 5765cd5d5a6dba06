package org.sipbond.core.rule;

import java.util.function.Function;
import org.sipbond.core.bond.Bond;
import org.sipbond.core.net.AddressPolicy;
import org.sipbond.core.net.TargetUri;

/** What the rules say for one request. */
public sealed interface Ruling {

  /** Calls the function of this case. */
  <T> T fold(Function<Bridge, T> bridge, Function<Refuse, T> refuse);

  /**
   * A second leg leaves by a bond.
   *
   * @param requestUri the Request-URI of the second leg, and where it leads: the next hop with the
   *     user of the request, rewritten; or the Request-URI itself
   * @param addresses where it may lead
   */
  record Bridge(
      Rule rule,
      Bond ingress,
      Bond egress,
      NextHop nextHop,
      TargetUri requestUri,
      AddressPolicy addresses)
      implements Ruling {
    @Override
    public <T> T fold(Function<Bridge, T> bridge, Function<Refuse, T> refuse) {
      return bridge.apply(this);
    }

    /** {@code rule 1: intern to extern, sip:00431@192.0.2.9}. */
    @Override
    public String toString() {
      return "rule "
          + rule.number()
          + ": "
          + ingress.name()
          + " to "
          + egress.name()
          + ", "
          + requestUri;
    }
  }

  /**
   * A final answer and no second leg.
   *
   * @param status 400 to 699
   * @param reason one line without addresses, fit for a Reason header (RFC 3326)
   */
  record Refuse(Cause cause, int status, String reason) implements Ruling {
    /** What the refusals are counted by. */
    public enum Cause {
      /** The listener that the request came in by is in no bond. */
      NO_BOND,
      /** No rule fits. */
      NO_RULE,
      /** A rule rejects it. */
      REJECTED
    }

    @Override
    public <T> T fold(Function<Bridge, T> bridge, Function<Refuse, T> refuse) {
      return refuse.apply(this);
    }

    /** {@code 403 no rule for INVITE from bond intern}. */
    @Override
    public String toString() {
      return status + " " + reason;
    }
  }
}
