package org.sipbond.core.explain;

import java.util.ArrayList;
import java.util.List;
import org.sipbond.core.attempt.Attempt;
import org.sipbond.core.bond.Selection;
import org.sipbond.core.resolve.DnsAnswer;
import org.sipbond.core.resolve.LookupFailure;
import org.sipbond.core.resolve.Resolution;
import org.sipbond.core.resolve.Trail;
import org.sipbond.core.rule.Ruling;

/** Writes an explanation as a tree. */
final class ExplanationTree {
  private final Inquiry inquiry;
  private final List<Tree> branches = new ArrayList<>();

  private ExplanationTree(Inquiry inquiry) {
    this.inquiry = inquiry;
  }

  static Tree of(Explanation explanation) {
    ExplanationTree tree = new ExplanationTree(explanation.inquiry());
    explanation
        .inquiry()
        .fold(uri -> tree, request -> tree, call -> tree.add("call-id " + call.callId()));
    explanation
        .outcome()
        .fold(
            refused -> tree.refused(refused.refusal()),
            pending -> tree.course(pending.course()).add("dns has not answered yet"),
            unlocated ->
                tree.course(unlocated.course())
                    .dns(unlocated.resolution())
                    .unlocated(unlocated.resolution().failure()),
            located -> tree.course(located.course()).dns(located.resolution()).located(located));
    return new Tree(explanation.inquiry().toString(), tree.branches);
  }

  private ExplanationTree course(Course course) {
    return course.fold(
        byRule ->
            add("rule "
                    + byRule.ruling().rule().number()
                    + ": "
                    + byRule.ruling().ingress().name()
                    + " to "
                    + byRule.egress().name()
                    + " by "
                    + byRule.ruling().nextHop())
                .add("request-uri " + byRule.uri()),
        byBond -> add("bond " + byBond.egress().name()));
  }

  private ExplanationTree dns(Resolution resolution) {
    List<Tree> lines = new ArrayList<>();
    resolution.findings().answers().forEach(answer -> lines.add(answer(answer)));
    resolution.findings().dropped().forEach(what -> lines.add(Tree.leaf("dropped " + what)));
    return lines.isEmpty()
        ? add("dns was not asked")
        : add(new Tree("dns for " + resolution.target().capabilities(), lines));
  }

  /** A line for each record where there are several. */
  private static Tree answer(DnsAnswer answer) {
    return answer.records().size() > 1
        ? new Tree(
            answer.question() + " (" + answer.provenance() + ")", Tree.leaves(answer.records()))
        : Tree.leaf(answer);
  }

  private ExplanationTree refused(Ruling.Refuse refusal) {
    return refused(refusal.status(), Label.of(refusal.cause()), refusal.reason());
  }

  private ExplanationTree refused(int status, String cause, String why) {
    return add("refused " + status + " " + cause + ": " + why);
  }

  private ExplanationTree unlocated(LookupFailure failure) {
    return refused(failure.status(), failure.cause().label(), failure.toString());
  }

  private ExplanationTree located(Outcome.Located located) {
    List<Tree> candidates = new ArrayList<>();
    for (Candidate candidate : located.candidates()) {
      candidates.add(candidate(candidates.size() + 1, candidate));
    }
    add(new Tree("candidates", candidates));
    if (!located.trials().isEmpty()) {
      add(new Tree("attempts", Tree.leaves(located.trials())));
    }
    return located.chosen().map(this::chosen).orElseGet(() -> noMember(located));
  }

  private static Tree candidate(int number, Candidate candidate) {
    List<Tree> lines = new ArrayList<>();
    lines.add(trail(candidate.trail()));
    if (!candidate.turn().now()) {
      lines.add(Tree.leaf("comes " + candidate.turn()));
    }
    candidate
        .selection()
        .fold(Selection.Chosen::rejected, Selection.NoMember::rejected)
        .forEach(rejection -> lines.add(Tree.leaf("not by " + rejection)));
    String member =
        candidate
            .selection()
            .fold(chosen -> " by " + chosen.listener().name(), no -> ": no member");
    return new Tree(number + " " + candidate.destination() + member, lines);
  }

  private static Tree trail(Trail trail) {
    return Tree.leaf((trail.questions().isEmpty() ? "" : "found by ") + trail);
  }

  private ExplanationTree chosen(Attempt attempt) {
    SentHeaders headers = SentHeaders.of(attempt.member().listener(), inquiry);
    return add(
        new Tree(
            "chosen " + attempt,
            Tree.leaves(
                List.of(
                    "Via: " + headers.via(),
                    "Contact: " + headers.contact(),
                    "Record-Route: " + headers.recordRoute()))));
  }

  private ExplanationTree noMember(Outcome.Located located) {
    return refused(NoMembers.STATUS, NoMembers.CAUSE, NoMembers.reason(located.candidates()));
  }

  private ExplanationTree add(String label) {
    return add(Tree.leaf(label));
  }

  private ExplanationTree add(Tree branch) {
    branches.add(branch);
    return this;
  }
}
