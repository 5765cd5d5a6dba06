package org.sipbond.core.decision;

import org.sipbond.core.bond.SourceRoutes;
import org.sipbond.core.bond.Usability;
import org.sipbond.core.net.Destination;
import org.sipbond.core.resolve.NumericTarget;
import org.sipbond.core.rule.RequestFacts;
import org.sipbond.core.rule.RuleTable;
import org.sipbond.core.rule.Ruling;

/** Decides by one set of rules. */
public record Decider(RuleTable rules, Usability usability, SourceRoutes routes) {
  private static final int BAD_GATEWAY = 502;

  /**
   * Rules the request, finds its destination and lets the egress bond select. Never queries DNS.
   *
   * @param callId the key by which equal members stay with a call
   */
  public Decision decide(RequestFacts request, String callId) {
    return rules.rule(request).fold(ruling -> locate(ruling, callId), Decider::refused);
  }

  private Decision locate(Ruling.Bridge ruling, String callId) {
    return NumericTarget.of(ruling.requestUri())
        .fold(
            destination -> select(ruling, destination, callId),
            refused -> unlocated(ruling, refused.reason()));
  }

  private Decision select(Ruling.Bridge ruling, Destination destination, String callId) {
    return rules
        .bonds()
        .select(ruling.egress().name(), destination, usability, routes, callId)
        .fold(
            chosen -> new Decision.Bridge(ruling, chosen),
            none -> new Decision.NoMember(ruling, none));
  }

  private static Decision unlocated(Ruling.Bridge ruling, String why) {
    return new Decision.Refused(
        Decision.Cause.NO_DESTINATION,
        BAD_GATEWAY,
        "next hop of rule " + ruling.rule().number() + " cannot be located",
        Explanation.text(ruling, why));
  }

  private static Decision refused(Ruling.Refuse refusal) {
    return new Decision.Refused(
        switch (refusal.cause()) {
          case NO_BOND -> Decision.Cause.NO_BOND;
          case NO_RULE -> Decision.Cause.NO_RULE;
          case REJECTED -> Decision.Cause.REJECTED;
        },
        refusal.status(),
        refusal.reason(),
        refusal.reason());
  }
}
