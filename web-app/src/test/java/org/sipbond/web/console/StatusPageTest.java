package org.sipbond.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sipbond.management.ApplicationMXBean;
import org.sipbond.management.BondView;
import org.sipbond.management.ListenerView;

class StatusPageTest {

  @Test
  void showsListenersBondsAndCounters() {
    assertThat(StatusPage.of(new Fixed(ApplicationMXBean.RUNNING)))
        .contains("<p class=\"running\"><strong>running</strong></p>")
        .contains("<tr><td>ext-udp</td><td><code>udp:192.0.2.1:5060</code></td>")
        .contains("<td>extern</td><td>ext-udp</td><td>udp over ipv4</td><td>reject</td>")
        .contains("<td class=\"number\">7</td>");
  }

  @Test
  void saysWhyTheApplicationTakesNoCalls() {
    assertThat(StatusPage.of(new Fixed("listener ext-udp is missing")))
        .contains("<p class=\"stopped\"><strong>listener ext-udp is missing</strong></p>");
  }

  @Test
  void escapesWhatIsNotMarkup() {
    assertThat(StatusPage.of(new Fixed("<script>&\"")))
        .contains("&lt;script&gt;&amp;&quot;")
        .doesNotContain("<script>");
  }

  private record Fixed(String state) implements ApplicationMXBean {
    @Override
    public String getVersion() {
      return "0";
    }

    @Override
    public String getState() {
      return state;
    }

    @Override
    public List<String> getLimitations() {
      return List.of();
    }

    @Override
    public List<ListenerView> getListeners() {
      return List.of(new ListenerView("ext-udp", "udp:192.0.2.1:5060", "192.0.2.1:5060"));
    }

    @Override
    public List<BondView> getBonds() {
      return List.of(
          new BondView("extern", List.of("ext-udp"), List.of("udp over ipv4"), "reject"));
    }

    @Override
    public int getActiveCalls() {
      return 0;
    }

    @Override
    public Map<String, Long> getCounters() {
      return Map.of("sipbond_calls_total", 7L);
    }

    @Override
    public List<String> getRecentCalls() {
      return List.of();
    }

    @Override
    public String explainCall(String callId) {
      return callId;
    }
  }
}
