package org.sipbond.hocon;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepeatedKeysTest {

  /** A line break is written as a bar. */
  @ParameterizedTest(name = "[{index}] {0}")
  @ValueSource(
      strings = {
        "a = 1|a = 2",
        "a = 1, a = 2",
        "{ a : 1, \"a\" : 2 }",
        "b { a = 1 }|b { a = 2 }",
        "b { a = 1 }|b.a = 2",
        "b.a = 1|\"b\".\"a\" = [2]",
        "x = ${a}|a = {}|b.a = 1|b { a = 1 }",
        "a = [{ b = 1, b = 2 }]",
        "a = \"}\"|a = \"\\\"{\"",
        "a = \"\"\"x\"y|a = 3\"\"\"\"|a = 4",
        "include \"b\"|a = 1 # a = 2|a = 3",
        "b { include \"c\" }|a = 1|a = 2",
        "b|{ a = 1 }|b|=|{ a = 2 }",
        "a|=|1|a|:|2",
      })
  void areFoundOnce(String text) {
    ConfigFactory.parseString(lines(text));
    assertThat(RepeatedKeys.in(lines(text))).hasSize(1);
  }

  @ParameterizedTest(name = "[{index}] {0}")
  @ValueSource(
      strings = {
        "",
        "a = 1|b = 2",
        "a = 1|a = ${?PATH}",
        "a = [1]|a = ${a} [2]",
        "a = [1]|a += 2",
        "b { a = 1 }|b { c = 2 }|b.d = 3",
        "a { x = 1 }|b { x = 1 }",
        "r = [{ a = 1 }, { a = 1 }|{ a = 1 } { b = 2 }]|s = [[{ a = 1 }], [{ a = 1 }]]",
        "a = 1 # a = 2|// a = 3|b = \"a = 4\" // a = 5",
        "a = \"\"\"|a = 1|a = 2|\"\"\"|b = 1",
        "a b = 1|a c = 2",
        "\"a.b\" = 1|a.b = 2",
        "b { include file(\"c\") }|a = 1",
        "included = 1|x = foo bar, y = \"a\" b \"c\"",
      })
  void areNotFoundWhereThereAreNone(String text) {
    ConfigFactory.parseString(lines(text));
    assertThat(RepeatedKeys.in(lines(text))).isEmpty();
  }

  private static String lines(String text) {
    return text.replace('|', '\n');
  }
}
