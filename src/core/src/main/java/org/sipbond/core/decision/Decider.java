package org.sipbond.core.decision;

import org.sipbond.core.bond.Bond;
import org.sipbond.core.bond.Selection;
import org.sipbond.core.bond.SourceRoutes;
import org.sipbond.core.bond.Usability;
import org.sipbond.core.net.Destination;
import org.sipbond.core.net.TargetUri;
import org.sipbond.core.resolve.Capabilities;
import org.sipbond.core.resolve.Target;
import org.sipbond.core.rule.RequestFacts;
import org.sipbond.core.rule.RuleTable;
import org.sipbond.core.rule.Ruling;

/**
 * Decides by one set of rules, in three questions that are asked one after the other: what the
 * rules say, what has to be located for it, and which member sends to a destination that was found.
 * Never queries DNS.
 */
public record Decider(RuleTable rules, Usability usability, SourceRoutes routes) {

  /** What the rules say for the first request of a dialog. */
  public Ruling rule(RequestFacts request) {
    return rules.rule(request);
  }

  /** What has to be located before the second leg can be sent. */
  public Target target(Ruling.Bridge ruling) {
    return new Target(ruling.requestUri(), capabilities(ruling.egress()), ruling.addresses());
  }

  /** What has to be located before a bond can send to {@code uri} within a dialog. */
  public Target target(Bond bond, TargetUri uri) {
    return Target.of(uri, capabilities(bond));
  }

  private Capabilities capabilities(Bond bond) {
    return Capabilities.of(rules.bonds().capabilities(bond.name()));
  }

  /**
   * The member that sends to one destination; asked afresh for each.
   *
   * @param callId the key by which equal members stay with a call
   */
  public Selection select(Bond bond, Destination destination, String callId) {
    return rules.bonds().select(bond.name(), destination, usability, routes, callId);
  }
}
