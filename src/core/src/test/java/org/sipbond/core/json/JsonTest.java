package org.sipbond.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JsonTest {

  @Test
  void writesEveryKindOfValueOnOneLine() {
    assertThat(
            Json.fields()
                .with("text", "a")
                .with("number", -7)
                .with("truth", Json.of(true))
                .with("list", Json.texts(List.of(1, "b")))
                .with("none", Json.fields()))
        .hasToString(
            "{\"text\":\"a\",\"number\":-7,\"truth\":true,\"list\":[\"1\",\"b\"],\"none\":{}}");
  }

  @Test
  void keepsTheLastValueOfAName() {
    assertThat(
            Json.fields().with("a", 1).with("b", 2).with(Json.fields().with("a", 3).with("c", 4)))
        .hasToString("{\"a\":3,\"b\":2,\"c\":4}");
  }

  @Test
  void escapesWhatIsNotPrintableAscii() {
    assertThat(Json.of("\"\\/\n\u001b\u007f\u00fc\u202e"))
        .hasToString("\"\\\"\\\\/\\u000a\\u001b\\u007f\\u00fc\\u202e\"");
  }

  @Test
  void isReadBackAsItWas() {
    StringBuilder all = new StringBuilder();
    IntStream.rangeClosed(0, Character.MAX_VALUE).forEach(unit -> all.append((char) unit));

    assertThat(
            JsonParser.parseString(Json.fields().with(all.toString(), all.toString()).toString())
                .getAsJsonObject()
                .get(all.toString())
                .getAsString())
        .isEqualTo(all.toString());
  }
}
