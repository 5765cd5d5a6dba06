package org.sipbond.core.b2bua;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrivacyTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "id, false, true",
    "user, true, false",
    "USER; Id;critical, true, true",
    "'user, id', true, true",
    "none, false, false",
    "user;none, false, false"
  })
  void readsWhatIsAskedFor(String value, boolean user, boolean id) {
    Privacy privacy = Privacy.of(HeaderPolicyTest.fields("Privacy: " + value));
    assertThat(privacy.user()).isEqualTo(user);
    assertThat(privacy.id()).isEqualTo(id);
  }

  /** RFC 3323 §5: a request whose critical privacy cannot be had must not go on. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "session, ",
    "session;critical, session",
    "header;user;id;history;critical, ",
    "critical;unheard-of, unheard-of",
    "none;critical, "
  })
  void namesWhatIsCriticalAndNotDone(String value, String unmet) {
    assertThat(Privacy.of(HeaderPolicyTest.fields("Privacy: " + value)).unmet().orElse(null))
        .isEqualTo(unmet);
  }

  @Test
  void isNothingWithoutTheHeader() {
    Privacy privacy = Privacy.of(HeaderPolicyTest.fields("Subject: x"));
    assertThat(privacy.wishes()).isEmpty();
    assertThat(privacy.unmet()).isEmpty();
  }
}
