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
    server.registerMBean(
        new FixedApplication(
            ApplicationMXBean.RUNNING,
            List.of(
                new ListenerView(
                    "ext-udp", "udp:192.0.2.1:5060", "198.51.100.7:5060", ListenerView.DRAINED)),
            List.of(new BondView("extern", List.of("ext-udp"), List.of("udp over ipv4"), "reject")),
            Map.of("sipbond_refusals_total", 1L),
            List.of()),
        name);
    try {
      ApplicationMXBean proxy = JMX.newMXBeanProxy(server, name, ApplicationMXBean.class);
      assertThat(proxy.getListeners())
          .singleElement()
          .satisfies(
              listener -> {
                assertThat(listener.getName()).isEqualTo("ext-udp");
                assertThat(listener.getSocket()).isEqualTo("udp:192.0.2.1:5060");
                assertThat(listener.getAdvertised()).isEqualTo("198.51.100.7:5060");
                assertThat(listener.getState()).isEqualTo("drained");
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
}
