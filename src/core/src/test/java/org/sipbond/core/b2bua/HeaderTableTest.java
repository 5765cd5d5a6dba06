package org.sipbond.core.b2bua;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class HeaderTableTest {

  /** The page cannot drift from the code; {@code HeaderTable} is where to change both. */
  @Test
  void isTheTableOfThePage() throws IOException {
    List<String> page = Files.readAllLines(Path.of("../docs/headers.md"));
    assertThat(rowsAfter(page, "| Header |"))
        .containsExactlyElementsOf(HeaderTable.rows().stream().map(HeaderRow::toString).toList());
    assertThat(rowsAfter(page, "| Option tag |"))
        .containsExactlyElementsOf(Arrays.stream(OptionTag.values()).map(OptionTag::row).toList());
  }

  @Test
  void hasEachNameOnceInTheOrderOfTheAlphabet() {
    assertThat(HeaderTable.rows())
        .extracting(row -> row.name().toLowerCase(Locale.ROOT).replace("*", "z"))
        .isSorted()
        .doesNotHaveDuplicates();
  }

  @Test
  void knowsACompactFormAsItsHeader() {
    assertThat(HeaderTable.row("K")).isEqualTo(HeaderTable.row("supported"));
    assertThat(new HeaderField("r", "x").is("Refer-To")).isTrue();
  }

  private static List<String> rowsAfter(List<String> page, String heading) {
    return page.stream()
        .dropWhile(line -> !line.startsWith(heading))
        .skip(2)
        .takeWhile(line -> line.startsWith("|"))
        .toList();
  }
}
