package org.sipbond.sip.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sipbond.management.Answer;
import org.sipbond.management.Answer.Outcome;
import org.sipbond.management.ApplicationMXBean;
import org.sipbond.management.BondView;
import org.sipbond.management.ListenerView;

class CommandsTest {
  private final Commands commands = new Commands(new Fixed());

  @Test
  void listsTheListenersAndWhatPeersSeeOfThem() {
    assertThat(text(commands.listeners("text")))
        .isEqualTo(
            """
            int-udp  udp:192.0.2.1:5060
            ext-udp  udp:192.0.2.2:5060  as 198.51.100.7:5060""");
    assertThat(text(commands.listeners("json")))
        .isEqualTo(
            """
            [{"name":"int-udp","socket":"udp:192.0.2.1:5060","advertised":"192.0.2.1:5060"},\
            {"name":"ext-udp","socket":"udp:192.0.2.2:5060","advertised":"198.51.100.7:5060"}]""");
  }

  @Test
  void listsTheBondsAndWhatTheyCanSend() {
    assertThat(text(commands.bonds("text")))
        .isEqualTo("extern  ext-udp, ext-tcp  udp over ipv4, tcp over ipv4  reject");
    assertThat(text(commands.bonds("json")))
        .isEqualTo(
            """
            [{"name":"extern","members":["ext-udp","ext-tcp"],\
            "coverage":["udp over ipv4","tcp over ipv4"],"onNoMatch":"reject"}]""");
  }

  @Test
  void listsTheLastCalls() {
    assertThat(text(commands.calls("text"))).isEqualTo("first@example.com\n\"last\"@example.com");
    assertThat(text(commands.calls("json")))
        .isEqualTo("[\"first@example.com\",\"\\\"last\\\"@example.com\"]");
  }

  @Test
  void explainsACallThatIsKnown() {
    assertThat(text(commands.explainCall("first@example.com", "text"))).isEqualTo("rule 1\ttaken");
    assertThat(commands.explainCall("gone@example.com", "text").getOutcome())
        .isEqualTo(Outcome.NEGATIVE);
  }

  @Test
  void namesTheFormatsWhereItKnowsNone() {
    Answer answer = commands.calls("xml");
    assertThat(answer.getOutcome()).isEqualTo(Outcome.INVALID);
    assertThat(answer.getText()).isEqualTo("format: found \"xml\"; allowed: text, json");
  }

  private static String text(Answer answer) {
    assertThat(answer.getOutcome()).isEqualTo(Outcome.OK);
    return answer.getText();
  }

  private static final class Fixed implements ApplicationMXBean {
    @Override
    public String getVersion() {
      return "0";
    }

    @Override
    public String getState() {
      return RUNNING;
    }

    @Override
    public List<String> getLimitations() {
      return List.of();
    }

    @Override
    public List<ListenerView> getListeners() {
      return List.of(
          new ListenerView("int-udp", "udp:192.0.2.1:5060", "192.0.2.1:5060"),
          new ListenerView("ext-udp", "udp:192.0.2.2:5060", "198.51.100.7:5060"));
    }

    @Override
    public List<BondView> getBonds() {
      return List.of(
          new BondView(
              "extern",
              List.of("ext-udp", "ext-tcp"),
              List.of("udp over ipv4", "tcp over ipv4"),
              "reject"));
    }

    @Override
    public int getActiveCalls() {
      return 0;
    }

    @Override
    public Map<String, Long> getCounters() {
      return Map.of();
    }

    @Override
    public List<String> getRecentCalls() {
      return List.of("first@example.com", "\"last\"@example.com");
    }

    @Override
    public String explainCall(String callId) {
      return "rule 1\ttaken";
    }
  }
}
