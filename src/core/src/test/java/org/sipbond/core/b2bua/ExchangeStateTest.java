package org.sipbond.core.b2bua;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ExchangeStateTest {

  @ParameterizedTest(name = "{0} on {1}")
  @CsvSource({
    "LOCATING, LOCATED,        LOCATING, NEXT_ATTEMPT",
    "LOCATING, ATTEMPT,        SENDING,  SEND",
    "LOCATING, REFUSED,        ENDED,    REFUSE",
    "LOCATING, LATE,           ENDED,    GIVE_UP",
    "LOCATING, ANSWER,         ENDED,    RELAY",
    "LOCATING, SENT,           LOCATING, NOTHING",
    "LOCATING, ATTEMPT_FAILED, LOCATING, NOTHING",
    "SENDING,  SENT,           WAITING,  NOTHING",
    "SENDING,  ANSWER,         ENDED,    RELAY",
    "SENDING,  ATTEMPT_FAILED, LOCATING, NEXT_ATTEMPT",
    "SENDING,  LATE,           ENDED,    GIVE_UP",
    "SENDING,  LOCATED,        SENDING,  NOTHING",
    "WAITING,  ANSWER,         ENDED,    RELAY",
    "WAITING,  ATTEMPT_FAILED, LOCATING, NEXT_ATTEMPT",
    "WAITING,  ATTEMPT_SILENT, LOCATING, NEXT_ATTEMPT",
    "WAITING,  LATE,           ENDED,    GIVE_UP",
    "WAITING,  SENT,           WAITING,  NOTHING",
  })
  void answersEveryEvent(
      ExchangeState state, ExchangeEvent event, ExchangeState next, ExchangeAction action) {
    assertThat(state.on(event)).isEqualTo(new ExchangeStep(next, action));
  }

  @ParameterizedTest
  @EnumSource
  void sendsNothingAfterItsEnd(ExchangeEvent event) {
    assertThat(ExchangeState.ENDED.on(event))
        .isEqualTo(new ExchangeStep(ExchangeState.ENDED, ExchangeAction.NOTHING));
  }

  /** RFC 4320 §4.2. */
  @ParameterizedTest
  @CsvSource({"200, 200", "404, 404", "408, 504", "503, 503", "504, 504", "603, 603"})
  void neverPasses408(int callee, int caller) {
    assertThat(NonInvite.passing(callee)).isEqualTo(caller);
  }
}
