package org.sipbond.sip.command;

import org.sipbond.core.attempt.FailedDestinations;
import org.sipbond.core.bond.Bond;
import org.sipbond.core.decision.Decider;
import org.sipbond.core.explain.Course;
import org.sipbond.core.explain.Explainer;
import org.sipbond.core.explain.Explanation;
import org.sipbond.core.explain.Inquiry;
import org.sipbond.core.explain.Outcome;
import org.sipbond.core.net.TargetUri;
import org.sipbond.core.resolve.Target;
import org.sipbond.core.rule.RequestFacts;

/** Decides as for a call and sends nothing but questions to DNS. */
record DryRuns(Decider decider, Locator locator, FailedDestinations failed) {
  /** Members that are alike are chosen as for this Call-ID. */
  private static final String CALL_ID = "";

  /** What the rules do with the first request of a dialog. */
  Told request(RequestFacts facts) {
    Inquiry inquiry = new Inquiry.Request(facts);
    return told(
        decider
            .rule(facts)
            .fold(
                ruling -> located(inquiry, new Course.ByRule(ruling), decider.target(ruling)),
                refused -> new Explanation(inquiry, new Outcome.Refused(refused))));
  }

  /** Where a bond sends what is for {@code uri}. */
  Told uri(TargetUri uri, Bond bond) {
    return told(
        located(new Inquiry.Uri(uri), new Course.ByBond(bond, uri), decider.target(bond, uri)));
  }

  /** An explanation is negative where nothing would be sent. */
  static Told told(Explanation explanation) {
    return new Told(explanation.chosen().isPresent(), explanation.text(), explanation.json());
  }

  private Explanation located(Inquiry inquiry, Course course, Target target) {
    Explainer explainer =
        new Explainer(
            destination -> decider.select(course.egress(), destination, CALL_ID), failed::turn);
    return locator
        .locate(target)
        .map(resolution -> explainer.explain(inquiry, course, resolution))
        .orElseGet(() -> new Explanation(inquiry, new Outcome.Pending(course)));
  }
}
