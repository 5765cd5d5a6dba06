package org.sipbond.core.b2bua;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubscriptionTermTest {

  @ParameterizedTest(name = "Expires {0} leaves {1} s")
  @CsvSource({"3600, 3632", "0, 32", "'', 3632", "soon, 3632", "99999999999, 3632", "60, 92"})
  void lastsAsLongAsGrantedAndAGrace(String expires, long left) {
    assertThat(SubscriptionTerm.granted(List.of(expires)).left()).hasSeconds(left);
  }

  @ParameterizedTest(name = "Expires {0} is {1} s")
  @CsvSource({"60, 60", "0, 0", "'', 3600", "soon, 3600"})
  void isAsLongAsWasAskedForOrAnHour(String expires, long granted) {
    assertThat(SubscriptionTerm.grantedSeconds(List.of(expires))).isEqualTo(granted);
  }

  @ParameterizedTest(name = "Subscription-State {0} leaves {1} s")
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          active;expires=600,                    632
          pending ; Expires = 10,                42
          active,                                -
          active;expires=x,                      -
          terminated,                            0
          Terminated;reason=timeout,             0
          terminated;reason=deactivated;expires=600, 0
          """)
  void followsWhatIsNotified(String state, Long left) {
    assertThat(SubscriptionTerm.notified(state).map(term -> term.left().toSeconds()))
        .isEqualTo(Optional.ofNullable(left));
  }

  @ParameterizedTest(name = "{1} to {0}: over is {2}")
  @CsvSource({
    "SUBSCRIBE, 481, true",
    "SUBSCRIBE, 489, true",
    "SUBSCRIBE, 408, false",
    "SUBSCRIBE, 423, false",
    "SUBSCRIBE, 503, false",
    "NOTIFY,    481, true",
    "NOTIFY,    408, true",
    "NOTIFY,    500, false",
    "MESSAGE,   481, false",
  })
  void isOverAfterSomeFailures(String method, int status, boolean over) {
    assertThat(SubscriptionTerm.failed(method, status).map(SubscriptionTerm::over).orElse(false))
        .isEqualTo(over);
  }
}
