package org.sipbond.core.b2bua;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionTimerTest {
  private static final SessionTimes TIMES = times(1800, 90);

  private static SessionTimes times(long interval, long least) {
    return new SessionTimes(Duration.ofSeconds(interval), Duration.ofSeconds(least));
  }

  /** Header fields with slashes in between. */
  private static TimerTalk talk(String fields) {
    List<HeaderField> all =
        Arrays.stream(fields.split(" / ", -1))
            .filter(field -> field.contains(": "))
            .map(field -> field.split(": ", 2))
            .map(parts -> new HeaderField(parts[0], parts[1]))
            .toList();
    return TimerTalk.of(all);
  }

  private static String told(Optional<SessionTimer> timer, Refresher we) {
    return timer.map(one -> one.header(we)).orElse("none");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # RFC 4028 §9, table 2: who refreshes is the peer unless it says otherwise
          Supported: timer / Session-Expires: 600                 | 600;refresher=uac
          Supported: timer / Session-Expires: 600;refresher=uac   | 600;refresher=uac
          Supported: timer / Session-Expires: 600;refresher=uas   | 600;refresher=uas
          k: 100rel,TIMER / x: 600 ;a=b; Refresher = UAS          | 600;refresher=uas
          Require: timer / Session-Expires: 600                   | 600;refresher=uac
          # sipbond proposes where the peer does not, not below its Min-SE
          Supported: timer                                        | 1800;refresher=uac
          Supported: timer / Min-SE: 3600                         | 3600;refresher=uac
          # shorter than asked for, as far as the peer allows
          Supported: timer / Session-Expires: 7200                | 1800;refresher=uac
          Supported: timer / Session-Expires: 7200 / Min-SE: 3600 | 3600;refresher=uac
          Supported: timer / Session-Expires: 9999999999          | 1800;refresher=uac
          # what cannot be read is not there
          Supported: timer / Session-Expires: soon                | 1800;refresher=uac
          Supported: timer / Session-Expires: 600;refresher=proxy | 600;refresher=uac
          # a proxy asked for one, whose caller knows none
          Session-Expires: 600;refresher=uas                      | none
          Supported: timers / Session-Expires: 600                | none
          """)
  void isGrantedToAPeerThatKnowsIt(String asked, String granted) {
    assertThat(told(SessionTimer.granted(talk(asked), TIMES), Refresher.UAS)).isEqualTo(granted);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # RFC 4028 §7.2
          Require: timer / Session-Expires: 600;refresher=uac | 600;refresher=uac
          Session-Expires: 600;refresher=uas                  | 600;refresher=uas
          Session-Expires: 600                                | 600;refresher=uac
          Session-Expires: 5;refresher=uas                    | 90;refresher=uas
          Supported: timer                                    | none
          """)
  void isWhatThePeerAnswers(String answer, String accepted) {
    assertThat(told(SessionTimer.accepted(talk(answer), TIMES), Refresher.UAC)).isEqualTo(accepted);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # RFC 4028 §9
          Supported: timer / Session-Expires: 89 | true
          Supported: timer / Session-Expires: 0  | true
          Supported: timer / Session-Expires: 90 | false
          Supported: timer                       | false
          # who does not know timers would not know 422
          Session-Expires: 89                    | false
          """)
  void isRefusedWhereItIsTooShort(String asked, boolean refused) {
    assertThat(talk(asked).tooShort(TIMES)).isEqualTo(refused);
  }

  @Test
  void isAskedForAgainWithTheLeastThatThePeerTakes() {
    assertThat(TIMES.atLeast(Duration.ofHours(1))).isEqualTo(times(3600, 3600));
    assertThat(TIMES.atLeast(Duration.ofMinutes(2))).isEqualTo(times(1800, 120));
    assertThat(TIMES.atLeast(Duration.ZERO)).isEqualTo(TIMES);
  }

  @Test
  void isRefreshedWithTheLeastThatThePeerTakes() {
    SessionTimer timer = new SessionTimer(Duration.ofSeconds(90), true);
    assertThat(timer.atLeast(Duration.ofMinutes(2)).header(Refresher.UAC))
        .isEqualTo("120;refresher=uac");
    assertThat(timer.atLeast(Duration.ofSeconds(60))).isEqualTo(timer);
  }

  @Nested
  class ItsTimes {
    @ParameterizedTest(name = "{0} s: refresh after {1} ms, end after {2} ms")
    @CsvSource(
        textBlock =
            """
            # RFC 4028 §10: half of it; 32 s or a third before its end
            1800, 900000, 1768000
            96,   48000,  64000
            90,   45000,  60000
            3,    1500,   2000
            """)
    void areThoseOfTheSpecification(long interval, long refresh, long end) {
      SessionTimer timer = new SessionTimer(Duration.ofSeconds(interval), true);
      assertThat(timer.refreshAfter()).isEqualTo(Duration.ofMillis(refresh));
      assertThat(timer.endsAfter()).isEqualTo(Duration.ofMillis(end));
    }
  }
}
