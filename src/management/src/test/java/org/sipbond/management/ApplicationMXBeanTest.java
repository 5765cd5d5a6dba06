package org.sipbond.management;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import javax.management.JMX;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

class ApplicationMXBeanTest {

  /** The console has its own copy of these classes, so only open types may cross. */
  @Test
  void crossesTheMBeanServerAsOpenTypes() throws Exception {
    ObjectName name = new ObjectName(ApplicationMXBean.OBJECT_NAME);
    var server = ManagementFactory.getPlatformMBeanServer();
    server.registerMBean(new Fixed(), name);
    try {
      ApplicationMXBean proxy = JMX.newMXBeanProxy(server, name, ApplicationMXBean.class);
      assertThat(proxy.getListeners())
          .singleElement()
          .satisfies(
              listener -> {
                assertThat(listener.getName()).isEqualTo("ext-udp");
                assertThat(listener.getSocket()).isEqualTo("udp:192.0.2.1:5060");
                assertThat(listener.getAdvertised()).isEqualTo("198.51.100.7:5060");
              });
      assertThat(proxy.getBonds())
          .singleElement()
          .satisfies(
              bond -> {
                assertThat(bond.getName()).isEqualTo("extern");
                assertThat(bond.getMembers()).containsExactly("ext-udp");
                assertThat(bond.getCoverage()).containsExactly("udp over ipv4");
                assertThat(bond.getOnNoMatch()).isEqualTo("reject");
              });
      assertThat(proxy.getCounters()).containsEntry("sipbond_refusals_total", 1L);
      assertThat(proxy.explainCall("a@example.com")).isEqualTo("call a@example.com");
    } finally {
      server.unregisterMBean(name);
    }
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
      return List.of(new ListenerView("ext-udp", "udp:192.0.2.1:5060", "198.51.100.7:5060"));
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
      return Map.of("sipbond_refusals_total", 1L);
    }

    @Override
    public List<String> getRecentCalls() {
      return List.of();
    }

    @Override
    public String explainCall(String callId) {
      return "call " + callId;
    }
  }
}
