package org.sipbond.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextPatternTest {

  @ParameterizedTest(name = "{0} and {1}: {2}")
  @CsvSource({
    "00*,     00431,         true",
    "00*,     00,            true",
    "00*,     0,             false",
    "00*,     100,           false",
    "*,       '',            true",
    "*,       anything,      true",
    "alice,   alice,         true",
    "alice,   Alice,         false",
    "alice,   alice2,        false",
    "1??,     112,           true",
    "1??,     11,            false",
    "?*,      '',            false",
    "*@*.com, a@b.com,       true",
    "*ab*ab,  abxabab,       true",
    "*ab*ab,  ab,            false",
    "+49.*,   +49.1,         true",
    "+49.*,   +4901,         false",
  })
  void fits(String pattern, String text, boolean fits) {
    assertThat(new TextPattern(pattern).matches(text)).isEqualTo(fits);
  }

  @Test
  void takesNoLongerThanItsTextsAllow() {
    assertThat(new TextPattern("*a".repeat(200) + "b").matches("a".repeat(20_000))).isFalse();
  }
}
