package org.sipbond.testkit.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProgramsTest {
  private static final Programs HERE = new Programs("/nowhere:/usr/bin:/bin");

  @Test
  void findsProgramsInThePath() {
    assertThat(HERE.missing(List.of("sh", "no-such-program", "env")))
        .containsExactly("no-such-program");
  }

  @Test
  void skipsAndSaysWhy() {
    assertThat(ProgramCondition.decide(List.of("sipp", "tshark"), false))
        .satisfies(
            result -> {
              assertThat(result.isDisabled()).isTrue();
              assertThat(result.getReason()).contains("programs not in the PATH: sipp, tshark");
            });
  }

  @Test
  void skipsNothingInCi() {
    assertThatThrownBy(() -> ProgramCondition.decide(List.of("sipp"), true))
        .hasMessage("programs not in the PATH: sipp; with CI=true nothing is skipped");
    assertThat(ProgramCondition.decide(List.of(), true).isDisabled()).isFalse();
  }
}
