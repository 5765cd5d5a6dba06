package org.sipbond.sip.observe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExplanationsTest {

  @Test
  void makesRoomByForgettingTheOldest() {
    Explanations explanations = new Explanations(2);
    explanations.keep("a", "first");
    explanations.keep("b", "second");
    explanations.keep("c", "third");

    assertThat(explanations.callIds()).containsExactly("b", "c");
    assertThat(explanations.of("a")).isEmpty();
    assertThat(explanations.of("c")).contains("third");
  }

  @Test
  void keepsTheLastWordOfACall() {
    Explanations explanations = new Explanations(2);
    explanations.keep("a", "first");
    explanations.keep("b", "second");
    explanations.keep("a", "again");

    assertThat(explanations.callIds()).containsExactly("a", "b");
    assertThat(explanations.of("a")).contains("again");
  }
}
