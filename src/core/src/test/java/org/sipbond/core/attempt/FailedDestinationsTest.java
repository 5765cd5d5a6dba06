package org.sipbond.core.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sipbond.core.bond.Samples;
import org.sipbond.core.net.Destination;

class FailedDestinationsTest {
  private static final Destination FIRST = Samples.destination("udp 192.0.2.1 5060");
  private static final Destination SECOND = Samples.destination("tcp 192.0.2.2 5060");
  private static final List<Destination> BOTH = List.of(FIRST, SECOND);

  private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");

  private final SteppedClock clock = new SteppedClock();
  private final FailedDestinations failed = new FailedDestinations(clock, FailureTimes.DEFAULT);

  @Test
  void beginsWithTheFirst() {
    assertThat(failed.begin(BOTH)).isEqualTo(FIRST);
    assertThat(failed.list()).isEmpty();
  }

  @Test
  void putsAFailedOneLastForFourMinutes() {
    failed.failed(FIRST, AttemptFailure.TIMEOUT);
    clock.step(Duration.ofSeconds(239));
    assertThat(failed.begin(BOTH)).isEqualTo(SECOND);
    clock.step(Duration.ofSeconds(1));
    assertThat(failed.begin(BOTH)).isEqualTo(FIRST);
  }

  @Test
  void neverDropsOne() {
    failed.failed(FIRST, AttemptFailure.TIMEOUT);
    failed.failed(SECOND, AttemptFailure.CONNECT_FAILED);
    assertThat(failed.begin(BOTH)).isEqualTo(FIRST);
    assertThat(failed.begin(List.of(SECOND))).isEqualTo(SECOND);
  }

  @Test
  void letsOneCallProbe() {
    failed.failed(FIRST, AttemptFailure.TIMEOUT);
    clock.step(Duration.ofMinutes(4));
    assertThat(failed.begin(BOTH)).isEqualTo(FIRST);
    assertThat(failed.begin(BOTH)).isEqualTo(SECOND);
    assertThat(failed.begin(BOTH)).isEqualTo(SECOND);
  }

  @Test
  void trustsItAgainWhenTheProbeIsAnswered() {
    failed.failed(FIRST, AttemptFailure.TIMEOUT);
    clock.step(Duration.ofMinutes(4));
    failed.begin(BOTH);
    failed.answered(FIRST);
    assertThat(failed.begin(BOTH)).isEqualTo(FIRST);
    assertThat(failed.list()).isEmpty();
  }

  @Test
  void keepsItLastWhenTheProbeFails() {
    failed.failed(FIRST, AttemptFailure.TIMEOUT);
    clock.step(Duration.ofMinutes(4));
    failed.begin(BOTH);
    failed.failed(FIRST, AttemptFailure.TRANSPORT_ERROR);
    clock.step(Duration.ofMinutes(3));
    assertThat(failed.begin(BOTH)).isEqualTo(SECOND);
  }

  @Test
  void lendsTheProbeToAnotherCallWhenItIsReleasedOrLost() {
    failed.failed(FIRST, AttemptFailure.TIMEOUT);
    clock.step(Duration.ofMinutes(4));
    failed.begin(BOTH);
    failed.released(FIRST);
    assertThat(failed.begin(BOTH)).isEqualTo(FIRST);
    clock.step(Duration.ofSeconds(32));
    assertThat(failed.begin(BOTH)).isEqualTo(FIRST);
  }

  /** 200 calls a second, and the first destination is dead: who waits for it, and how many. */
  @Test
  void costsOneTimeoutWhateverTheNumberOfCalls() {
    long waiting =
        IntStream.range(0, 32 * 200)
            .filter(
                call -> {
                  clock.step(Duration.ofMillis(5));
                  Destination begun = failed.begin(BOTH);
                  failed.answered(SECOND);
                  return begun.equals(FIRST);
                })
            .count();
    assertThat(waiting).isEqualTo(200);

    failed.failed(FIRST, AttemptFailure.TIMEOUT);
    long later =
        IntStream.range(0, 300 * 200)
            .filter(
                call -> {
                  clock.step(Duration.ofMillis(5));
                  Destination begun = failed.begin(BOTH);
                  failed.answered(SECOND);
                  return begun.equals(FIRST);
                })
            .count();
    assertThat(later).isLessThanOrEqualTo(2);
  }

  @Test
  void isNotImpatientWithOneThatAnswers() {
    failed.begin(BOTH);
    failed.answered(FIRST);
    clock.step(Duration.ofMinutes(1));
    assertThat(failed.begin(BOTH)).isEqualTo(FIRST);
  }

  @Test
  void heedsRetryAfter() {
    failed.failed(FIRST, AttemptFailure.UNAVAILABLE, Duration.ofSeconds(10));
    assertThat(failed.begin(BOTH)).isEqualTo(SECOND);
    clock.step(Duration.ofSeconds(10));
    assertThat(failed.begin(BOTH)).isEqualTo(FIRST);
  }

  @Test
  void listsAndForgets() {
    failed.failed(FIRST, AttemptFailure.UNAVAILABLE);
    failed.failed(SECOND, AttemptFailure.CONNECT_FAILED);

    assertThat(failed.list())
        .extracting(FailedDestination::toString)
        .containsExactly(
            "udp:192.0.2.1:5060: unavailable at 2026-11-21T10:00:00Z,"
                + " last until 2026-11-21T10:04:00Z",
            "tcp:192.0.2.2:5060: connect-failed at 2026-11-21T10:00:00Z,"
                + " last until 2026-11-21T10:04:00Z");
    assertThat(failed.clear(FIRST)).isTrue();
    assertThat(failed.clear(FIRST)).isFalse();
    assertThat(failed.begin(BOTH)).isEqualTo(FIRST);
    failed.clear();
    assertThat(failed.list()).isEmpty();
  }

  @Test
  void saysWhyADestinationIsNotTriedInItsTurn() {
    assertThat(failed.turn(FIRST)).isEqualTo(new Turn.InTurn()).hasToString("in turn");

    failed.begin(BOTH);
    assertThat(failed.turn(FIRST).now()).isTrue();
    clock.step(Duration.ofSeconds(1));
    assertThat(failed.turn(FIRST)).hasToString("last, unanswered since %s", START);

    failed.failed(FIRST, AttemptFailure.CONNECT_FAILED);
    assertThat(failed.turn(FIRST))
        .hasToString(
            "last until %s, after connect-failed at %s",
            START.plusSeconds(241), START.plusSeconds(1));

    clock.step(Duration.ofMinutes(4));
    assertThat(failed.turn(FIRST).now()).isTrue();
    failed.begin(BOTH);
    assertThat(failed.turn(FIRST)).hasToString("last, unanswered since %s", START.plusSeconds(241));
    assertThat(failed.turn(SECOND).now()).isTrue();
  }

  @Test
  void knowsASocketUnderEveryDomain() {
    failed.failed(
        new Destination(FIRST.transport(), FIRST.address(), FIRST.port(), "a.example.com"),
        AttemptFailure.TIMEOUT);
    assertThat(failed.begin(BOTH)).isEqualTo(SECOND);
  }

  @Test
  void putsOneLastBecauseAnOperatorSaysSo() {
    failed.ordered(FIRST);
    assertThat(failed.begin(BOTH)).isEqualTo(SECOND);
    assertThat(failed.turn(FIRST))
        .hasToString("last until %s, after operator at %s", START.plusSeconds(240), START);
    failed.answered(FIRST);
    assertThat(failed.list()).isEmpty();
  }
}
