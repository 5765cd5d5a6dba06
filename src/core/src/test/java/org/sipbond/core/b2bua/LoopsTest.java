package org.sipbond.core.b2bua;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sipbond.core.net.TargetUri;

class LoopsTest {
  private static final Fingerprint CALL =
      print("intern", "sip:1@example.com", "sip:alice@192.0.2.31", "sip:1@example.com", "v=0");

  private final Loops loops = new Loops();

  @Test
  void seesACallThatComesBackWithFewerHopsLeft() {
    assertThat(loops.enter(CALL, 70)).isTrue();
    assertThat(loops.enter(CALL, 66)).isFalse();
  }

  @Test
  void takesEqualCallsOfTheSameDistanceForTwo() {
    assertThat(loops.enter(CALL, 70)).isTrue();
    assertThat(loops.enter(CALL, 70)).isTrue();
    loops.leave(CALL, 70);
    assertThat(loops.enter(CALL, 66)).as("one is still there").isFalse();
    loops.leave(CALL, 70);
    assertThat(loops.enter(CALL, 66)).isTrue();
    loops.leave(CALL, 66);
    assertThat(loops.size()).as("nothing is kept").isZero();
  }

  /** The host of From is replaced on the way where it is an address; a port says nothing. */
  @ParameterizedTest
  @CsvSource({
    "intern, sip:1@example.com, sip:alice@192.0.2.31, sip:1@example.com, v=0, true",
    "intern, sip:1@example.com:5062, sip:alice@192.0.2.1, sip:1@192.0.2.9, v=0, true",
    "extern, sip:1@example.com, sip:alice@192.0.2.31, sip:1@example.com, v=0, false",
    "intern, sip:2@example.com, sip:alice@192.0.2.31, sip:1@example.com, v=0, false",
    "intern, sip:1@b.example.com, sip:alice@192.0.2.31, sip:1@example.com, v=0, false",
    "intern, sip:1@example.com, sip:carol@192.0.2.31, sip:1@example.com, v=0, false",
    "intern, sip:1@example.com, tel:+1, sip:1@example.com, v=0, false",
    "intern, sip:1@example.com, sip:alice@192.0.2.31, sip:2@example.com, v=0, false",
    "intern, sip:1@example.com, sip:alice@192.0.2.31, sip:1@example.com, v=1, false"
  })
  void knowsACallByWhatStaysTheSame(
      String bond, String uri, String from, String to, String body, boolean same) {
    assertThat(loops.enter(CALL, 70)).isTrue();
    assertThat(loops.enter(print(bond, uri, from, to, body), 60)).isEqualTo(!same);
  }

  private static Fingerprint print(String bond, String uri, String from, String to, String body) {
    return Fingerprint.of(bond, TargetUri.parse(uri).orElseThrow(), from, to, body.getBytes(UTF_8));
  }
}
