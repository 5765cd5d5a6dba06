package org.sipbond.core.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sipbond.core.bond.Bond;
import org.sipbond.core.bond.Samples;
import org.sipbond.core.bond.Selection;
import org.sipbond.core.bond.SourceRoutes;
import org.sipbond.core.bond.Usability;
import org.sipbond.core.bond.Verdict;
import org.sipbond.core.net.Destination;

class AttemptPlanTest {
  private static final Bond EXTERN =
      Bond.of(
          "extern",
          Samples.listener("ext-tls6", "tls 2001:db8::1 5061"),
          Samples.listener("ext-udp", "udp 198.51.100.1 5060"));
  private static final Destination TLS6 = Samples.destination("tls 2001:db8::9 5061");
  private static final Destination TCP4 = Samples.destination("tcp 192.0.2.8 5060");
  private static final Destination UDP4 = Samples.destination("udp 192.0.2.9 5060");

  private final FailedDestinations failed =
      new FailedDestinations(new SteppedClock(), FailureTimes.DEFAULT);

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"503, unavailable", "408, ''", "500, ''", "486, ''", "603, ''", "200, ''"})
  void goesOnAfter503Alone(int status, String failure) {
    assertThat(AttemptFailure.of(status).map(AttemptFailure::label).orElse("")).isEqualTo(failure);
  }

  @Test
  void leavesAServerThatSays503ByAllItsTransports() {
    Destination byTcp = Samples.destination("tcp 192.0.2.9 5060");
    Destination elsewhere = Samples.destination("udp 192.0.2.9 5070");
    AttemptPlan plan = AttemptPlan.of(List.of(UDP4, byTcp, elsewhere));
    AttemptPlan rest =
        plan.next(selecting(Usability.ALL), failed)
            .fold(
                (attempt, left) -> left.failed(attempt, AttemptFailure.UNAVAILABLE, failed),
                refused -> plan,
                exhausted -> plan);
    assertThat(rest.left()).containsExactly(elsewhere);
  }

  @Test
  void selectsAfreshForEachDestinationAcrossTransportsAndFamilies() {
    assertThat(attempts(AttemptPlan.of(List.of(TLS6, TCP4, UDP4)), selecting(Usability.ALL)))
        .containsExactly(
            "tls:[2001:db8::9]:5061 by ext-tls6 tls:[2001:db8::1]:5061 of bond extern",
            "udp:192.0.2.9:5060 by ext-udp udp:198.51.100.1:5060 of bond extern",
            "tls:[2001:db8::9]:5061: timeout",
            "tcp:192.0.2.8:5060: no member of bond extern for tcp over ipv4",
            "udp:192.0.2.9:5060: timeout");
  }

  @Test
  void attemptsWhatFailedForAnotherCallLast() {
    failed.failed(TLS6, AttemptFailure.CONNECT_FAILED);
    assertThat(attempts(AttemptPlan.of(List.of(TLS6, UDP4)), selecting(Usability.ALL)))
        .startsWith(
            "udp:192.0.2.9:5060 by ext-udp udp:198.51.100.1:5060 of bond extern",
            "tls:[2001:db8::9]:5061 by ext-tls6 tls:[2001:db8::1]:5061 of bond extern");
  }

  @Test
  void heedsAMemberThatIsDrainedMeanwhile() {
    Usability drained =
        listener ->
            listener.name().equals("ext-udp") ? Verdict.unusable("drained") : Verdict.USABLE;
    assertThat(attempts(AttemptPlan.of(List.of(TLS6, UDP4)), selecting(drained)))
        .endsWith(
            "tls:[2001:db8::9]:5061: timeout",
            "udp:192.0.2.9:5060: no usable member of bond extern for udp over ipv4");
  }

  @Test
  void keepsWhatTheBondSaidWhereNothingWasAttempted() {
    NextAttempt next = AttemptPlan.of(List.of(TCP4)).next(selecting(Usability.ALL), failed);

    assertThat(
            next.<String>fold(
                (attempt, rest) -> "",
                refused -> refused.destinations().get(0).reason(),
                exhausted -> ""))
        .isEqualTo("no member of bond extern for tcp over ipv4");
    assertThat(failed.list()).isEmpty();
  }

  private static Function<Destination, Selection> selecting(Usability usable) {
    return destination -> EXTERN.select(destination, usable, SourceRoutes.NONE, "call");
  }

  /** Every attempt, each of which times out; then everything that was tried. */
  private List<String> attempts(AttemptPlan plan, Function<Destination, Selection> select) {
    List<String> seen = new ArrayList<>();
    NextAttempt next = plan.next(select, failed);
    while (next instanceof NextAttempt.Go go) {
      seen.add(go.attempt().toString());
      next = go.rest().failed(go.attempt(), AttemptFailure.TIMEOUT, failed).next(select, failed);
    }
    next.<List<Tried>>fold(
            (attempt, rest) -> List.of(), refused -> List.of(), NextAttempt.Exhausted::tried)
        .forEach(tried -> seen.add(tried.toString()));
    return seen;
  }
}
