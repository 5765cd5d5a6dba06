package org.sipbond.core.b2bua;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sipbond.core.b2bua.LegTiming.Due;
import org.sipbond.core.b2bua.LegTiming.Task;

class LegTimingTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Keepalive OPTIONS =
      new Keepalive(Duration.ofSeconds(60), Keepalive.Method.OPTIONS);

  private static Instant at(long seconds) {
    return START.plusSeconds(seconds);
  }

  private static Optional<SessionTimer> timer(boolean ours) {
    return Optional.of(new SessionTimer(Duration.ofSeconds(90), ours));
  }

  private static Optional<Due> due(Task task, long seconds) {
    return Optional.of(new Due(task, at(seconds)));
  }

  @Test
  void refreshesAtHalfOfTheIntervalAgainAndAgain() {
    LegTiming timing = LegTiming.from(timer(true), OPTIONS, START);
    assertThat(timing.due()).isEqualTo(due(Task.REFRESH, 45));
    assertThat(timing.heard(timer(true), at(46)).due()).isEqualTo(due(Task.REFRESH, 91));
  }

  @Test
  void endsWhatThePeerDoesNotRefresh() {
    LegTiming timing = LegTiming.from(timer(false), OPTIONS, START);
    assertThat(timing.due()).isEqualTo(due(Task.EXPIRE, 60));
    assertThat(timing.heard(timer(false), at(45)).due()).isEqualTo(due(Task.EXPIRE, 105));
  }

  @Test
  void triesARefreshAgainUntilTheSessionEnds() {
    LegTiming timing = LegTiming.from(timer(true), OPTIONS, START);
    assertThat(timing.later(at(50)).due()).isEqualTo(due(Task.REFRESH, 50));
    assertThat(timing.later(at(59)).due()).isEqualTo(due(Task.REFRESH, 59));
    assertThat(timing.later(at(60)).due()).isEqualTo(due(Task.EXPIRE, 60));
    assertThat(timing.later(at(10)).due()).isEqualTo(due(Task.REFRESH, 45));
  }

  @Test
  void asksThePeerOfALegWithoutATimer() {
    LegTiming timing = LegTiming.from(Optional.empty(), OPTIONS, START);
    assertThat(timing.due()).isEqualTo(due(Task.ASK, 60));
    assertThat(timing.heard(Optional.empty(), at(61)).due()).isEqualTo(due(Task.ASK, 121));
    assertThat(timing.later(at(100)).due()).isEqualTo(due(Task.ASK, 100));
  }

  @Test
  void asksNobodyWhereThatIsOff() {
    Keepalive off = new Keepalive(Duration.ofSeconds(60), Keepalive.Method.OFF);
    assertThat(LegTiming.from(Optional.empty(), off, START).due()).isEmpty();
    assertThat(LegTiming.from(timer(true), off, START).due()).isEqualTo(due(Task.REFRESH, 45));
  }

  @Test
  void takesOnATimerOrLosesIt() {
    LegTiming timing = LegTiming.from(timer(true), OPTIONS, START);
    assertThat(timing.heard(Optional.empty(), at(10)).due()).isEqualTo(due(Task.ASK, 70));
    assertThat(timing.heard(timer(false), at(10)).due()).isEqualTo(due(Task.EXPIRE, 70));
  }
}
