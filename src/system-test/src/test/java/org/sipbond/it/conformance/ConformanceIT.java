package org.sipbond.it.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sipbond.container.ContainerException;
import org.sipbond.testkit.program.LadderOnFailure;
import org.sipbond.testkit.program.RequiresProgram;

/**
 * Runs every cell of the conformance table and writes it to the build folder; the page for readers
 * has the ways counted and must agree. {@code -Dconformance.rows=PATTERN} runs only rows whose name
 * has that pattern in it, and compares no page.
 */
@RequiresProgram("openssl")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ConformanceIT {
  private static final String CHOSEN = System.getProperty("conformance.rows", "");
  private static final Path WHOLE = Path.of("target", "conformance.md");
  private static final Path CURRENT = Path.of("target", "conformance-page.md");
  private static final Path PAGE = Path.of("..", "docs", "conformance.md");

  @RegisterExtension final LadderOnFailure ladder = new LadderOnFailure();

  private final Table table = new Table();
  private final List<Exchange> passed = new ArrayList<>();
  private final Site site;

  ConformanceIT(@TempDir Path base) throws IOException, ContainerException {
    site = Site.open(base);
  }

  static Stream<Cell> cells() {
    Pattern chosen = Pattern.compile(CHOSEN);
    return Rows.all().stream()
        .filter(row -> chosen.matcher(row.toString()).find())
        .flatMap(row -> row.cells().stream());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cells")
  @Order(1)
  void cell(Cell cell) {
    Exchange exchange = Exchange.begin(site, cell);
    ladder.lanes(exchange.lanes());
    ladder.of(exchange::messages);
    try {
      exchange.run();
      passed.add(exchange);
      table.add(Result.of(cell));
    } catch (RuntimeException | AssertionError failed) {
      table.add(Result.of(cell, failed));
      throw failed;
    }
  }

  @Test
  @Order(2)
  void nothingFollowsWhenACellIsOver() {
    for (Exchange exchange : passed) {
      try {
        exchange.checks().forEach(Check::again);
      } catch (AssertionError late) {
        table.add(Result.of(exchange.cell(), late));
      }
    }
    assertThat(table.failures()).isEmpty();
  }

  @Test
  @Order(3)
  @EnabledIf("isWhole")
  void thePageForReadersIsCurrent() throws IOException {
    String page = Files.readString(PAGE);
    String prose = page.substring(0, page.indexOf(Table.HEADING));
    String current = prose + table.summary();
    Files.writeString(CURRENT, current);
    assertThat(page).as("src/docs/conformance.md; current: %s", CURRENT).isEqualTo(current);
  }

  static boolean isWhole() {
    return CHOSEN.isEmpty();
  }

  @AfterAll
  void leavesATableAndNoSession() throws IOException, ContainerException {
    try (site) {
      Files.writeString(WHOLE, table.whole());
      site.server().closeWhenIdle();
    }
  }
}
