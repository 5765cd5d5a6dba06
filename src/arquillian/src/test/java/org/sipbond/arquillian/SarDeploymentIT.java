package org.sipbond.arquillian;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.time.Duration;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.sipbond.core.bond.Listener;
import org.sipbond.wire.SipText;
import org.sipbond.wire.agent.UserAgent;

@ArquillianTest
class SarDeploymentIT {
  @ArquillianResource private SipListeners listeners;

  @Deployment(testable = false)
  static WebArchive sar() {
    return Archives.sip("answering.sar", "answering", AnsweringServlet.class);
  }

  @Test
  void answersOnEveryListener() throws Exception {
    for (Listener listener : listeners.all()) {
      try (UserAgent agent =
          UserAgent.open("tester", listener.transport(), listener.address(), 0)) {
        SipText answer =
            agent
                .request(
                    "OPTIONS",
                    "sip:anybody@example.com",
                    new InetSocketAddress(listener.address(), listener.port()))
                .awaitStatus(200, Duration.ofSeconds(5));
        assertThat(answer.header("X-Application")).as(listener.notation()).contains("answering");
      }
    }
  }
}
