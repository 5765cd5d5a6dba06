package org.sipbond.arquillian;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.sipbond.core.bond.Listener;

@ArquillianTest
class UndeploymentIT {
  @ArquillianResource private SipListeners listeners;
  @ArquillianResource private Deployer deployer;

  @Deployment(name = "first", testable = false, managed = false)
  static WebArchive first() {
    return Archives.sip("first.sar", "first", AnsweringServlet.class);
  }

  @Deployment(name = "second", testable = false, managed = false)
  static WebArchive second() {
    return Archives.sip("second.sar", "second", AnsweringServlet.class);
  }

  @Test
  void requestsGoToTheApplicationThatWasDeployedLastUntilItIsGone() throws IOException {
    Listener listener = listeners.named("udp");
    deployer.deploy("first");
    assertThat(Options.to(listener).header("X-Application")).contains("first");
    deployer.deploy("second");
    assertThat(Options.to(listener).header("X-Application")).contains("second");
    deployer.undeploy("second");
    assertThat(Options.to(listener).header("X-Application")).contains("first");
    deployer.undeploy("first");
    assertThat(Options.to(listener).status()).isGreaterThanOrEqualTo(400);
  }
}
