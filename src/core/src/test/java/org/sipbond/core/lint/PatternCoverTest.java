package org.sipbond.core.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sipbond.core.rule.TextPattern;

class PatternCoverTest {
  private static final String SEED = "20261121";

  /** Two letters of the patterns, and one that is in none. */
  private static final String LETTERS = "abc";

  private static final int LONGEST = 7;
  private static final List<String> TEXTS = texts();

  @ParameterizedTest(name = "{0} covers {1}: {2}")
  @CsvSource({
    "*,     *,      true",
    "*,     00*,    true",
    "00*,   *,      false",
    "00*,   0049*,  true",
    "0049*, 00*,    false",
    "00*,   00,     true",
    "00*,   0,      false",
    "?,     *,      false",
    "*,     ?,      true",
    "?*,    *?,     true",
    "*?,    ?*,     true",
    "?*,    *a,     true",
    "??*,   *a*b*,  true",
    "??*,   *a*,    false",
    "*a*,   *ba*c,  true",
    "a?c,   abc,    true",
    "abc,   a?c,    false",
    "*@a.example.com, alice@a.example.com, true",
    "*@example.com,   alice@a.example.com, false",
  })
  void tellsWhetherEveryTextIsTaken(String wide, String narrow, boolean covers) {
    assertThat(covers(wide, narrow)).isEqualTo(covers);
  }

  /** As far as short texts can show. */
  @Property(seed = SEED, tries = 2000)
  void isSoForEveryShortText(@ForAll("patterns") String wide, @ForAll("patterns") String narrow) {
    TextPattern all = new TextPattern(wide);
    TextPattern some = new TextPattern(narrow);

    assertThat(PatternCover.covers(all, some))
        .isEqualTo(TEXTS.stream().noneMatch(text -> some.matches(text) && !all.matches(text)));
  }

  @Provide
  Arbitrary<String> patterns() {
    return Arbitraries.strings().withChars("ab*?").ofMinLength(1).ofMaxLength(4);
  }

  private static boolean covers(String wide, String narrow) {
    return PatternCover.covers(new TextPattern(wide), new TextPattern(narrow));
  }

  private static List<String> texts() {
    List<String> texts = new ArrayList<>(List.of(""));
    for (int from = 0, length = 0; length < LONGEST; length++) {
      int end = texts.size();
      for (String shorter : List.copyOf(texts.subList(from, end))) {
        LETTERS.chars().forEach(letter -> texts.add(shorter + (char) letter));
      }
      from = end;
    }
    return List.copyOf(texts);
  }
}
