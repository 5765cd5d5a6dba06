package org.sipbond.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ConfigurationGuideTest {
  private static final Pattern KEY_OF_A_ROW = Pattern.compile("(?m)^\\| `([^`]+)`");

  @Test
  void explainsEveryKeyThatHasAMeaningOfItsOwn() throws IOException {
    String guide = Files.readString(Path.of("../docs/configuration.md"));
    List<String> explained =
        KEY_OF_A_ROW.matcher(guide).results().map(row -> row.group(1)).toList();
    List<String> blocks =
        List.of(
            "listeners",
            "bonds",
            "next-hops",
            "http",
            "stop",
            "dns",
            "dns.cache",
            "attempts",
            "calls",
            "database",
            "tls",
            "listeners.*.tls",
            "rules.*",
            "bonds.*.members.*");
    assertThat(explained)
        .containsExactlyInAnyOrderElementsOf(
            Keys.paths().stream().filter(path -> !blocks.contains(path)).toList());
  }
}
