package org.sipbond.arquillian;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.sipbond.container.SipContainer;
import org.sipbond.core.bond.Listener;
import org.sipbond.core.net.AddressFamily;
import org.sipbond.core.net.Transport;

@ArquillianTest
class SarDeploymentIT {
  @ArquillianResource private SipListeners listeners;
  @ArquillianResource private SipContainer container;

  @Deployment(testable = false)
  static WebArchive sar() {
    return Archives.sip("answering.sar", "answering", AnsweringServlet.class);
  }

  @Test
  void answersOnEveryListener() throws IOException {
    for (Listener listener : listeners.all()) {
      assertThat(Options.to(listener).header("X-Application"))
          .as(listener.notation())
          .contains("answering");
    }
  }

  @Test
  void givesTheListenersOfTheContainer() {
    assertThat(listeners.all()).isEqualTo(container.listeners());
    assertThat(listeners.named("tcp")).isIn(container.listeners());
    assertThat(listeners.first(Transport.UDP, AddressFamily.IPV4)).contains(listeners.named("udp"));
  }
}
