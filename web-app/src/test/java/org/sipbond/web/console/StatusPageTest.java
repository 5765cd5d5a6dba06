package org.sipbond.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sipbond.management.ApplicationMXBean;
import org.sipbond.management.BondView;
import org.sipbond.management.FixedApplication;
import org.sipbond.management.ListenerView;

class StatusPageTest {

  @Test
  void showsListenersBondsAndCounters() {
    assertThat(StatusPage.of(application(ApplicationMXBean.RUNNING)))
        .contains("<p class=\"running\"><strong>running</strong></p>")
        .contains("<tr><td>ext-udp</td><td><code>udp:192.0.2.1:5060</code></td>")
        .contains("<td>drained</td>")
        .contains("<td>extern</td><td>ext-udp</td><td>udp over ipv4</td><td>reject</td>")
        .contains("<td class=\"number\">7</td>");
  }

  @Test
  void saysWhyTheApplicationTakesNoCalls() {
    assertThat(StatusPage.of(application("listener ext-udp is missing")))
        .contains("<p class=\"stopped\"><strong>listener ext-udp is missing</strong></p>");
  }

  @Test
  void escapesWhatIsNotMarkup() {
    assertThat(StatusPage.of(application("<script>&\"")))
        .contains("&lt;script&gt;&amp;&quot;")
        .doesNotContain("<script>");
  }

  private static FixedApplication application(String state) {
    return new FixedApplication(
        state,
        List.of(
            new ListenerView(
                "ext-udp", "udp:192.0.2.1:5060", "192.0.2.1:5060", ListenerView.DRAINED)),
        List.of(new BondView("extern", List.of("ext-udp"), List.of("udp over ipv4"), "reject")),
        Map.of("sipbond_calls_total", 7L),
        List.of());
  }
}
