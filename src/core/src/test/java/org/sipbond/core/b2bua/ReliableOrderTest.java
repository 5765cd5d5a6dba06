package org.sipbond.core.b2bua;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReliableOrderTest {

  @ParameterizedTest(name = "{1} after {0}: {2}")
  @CsvSource({
    "0, 1,          true",
    "0, 2147483647, true",
    "7, 8,          true",
    "7, 7,          false",
    "7, 9,          false",
    "7, 6,          false"
  })
  void takesOneAfterTheOther(long last, long rseq, boolean next) {
    assertThat(new ReliableOrder(last).isNext(rseq)).isEqualTo(next);
  }
}
