package org.sipbond.sip.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;

class CountersTest {

  @Test
  void countsEachMetricWithItsLabels() {
    Counters counters = new Counters();
    String refused = Counters.metric("refused_total", "status", "403", "cause", "no-bond");
    counters.add(refused);
    counters.add(refused);
    counters.add(Counters.metric("calls_total", "role", "b2bua"));

    assertThat(counters.snapshot())
        .containsExactly(
            entry("calls_total{role=\"b2bua\"}", 1L),
            entry("refused_total{status=\"403\",cause=\"no-bond\"}", 2L));
  }
}
