package org.sipbond.core.b2bua;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageEndTest {

  @ParameterizedTest(name = "{1} to {0} ends the call: {2}")
  @CsvSource(
      textBlock =
          """
          # RFC 3261 §12.2.1.2
          INVITE,    481, true
          INVITE,    408, true
          UPDATE,    481, true
          INFO,      481, true
          INFO,      408, true
          OPTIONS,   481, true
          FROB,      481, true
          # RFC 5057 §5.1
          INVITE,    404, true
          UPDATE,    410, true
          INVITE,    480, true
          INVITE,    416, true
          INVITE,    482, true
          INVITE,    484, true
          INVITE,    485, true
          INVITE,    502, true
          INVITE,    604, true
          # a method or a body that is not liked
          INVITE,    488, false
          INVITE,    491, false
          INVITE,    487, false
          INVITE,    503, false
          INVITE,    403, false
          INVITE,    483, false
          UPDATE,    405, false
          UPDATE,    501, false
          INFO,      404, false
          MESSAGE,   480, false
          # subscriptions beside the call, and a provisional response that is over
          NOTIFY,    481, false
          SUBSCRIBE, 408, false
          REFER,     481, false
          PRACK,     481, false
          INVITE,    200, false
          """)
  void saysWhetherTheCallIsOver(String method, int status, boolean over) {
    assertThat(UsageEnd.by(method, status)).isEqualTo(over);
  }
}
