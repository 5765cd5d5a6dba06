package org.sipbond.arquillian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipbond.arquillian.facts.LifecycleServlet;
import org.sipbond.container.Application;
import org.sipbond.container.ContainerException;
import org.sipbond.container.SipContainer;
import org.sipbond.wire.SipText;

@ArquillianTest
class ContextIT {
  @ArquillianResource private SipContainer container;
  @ArquillianResource private SipListeners listeners;

  @Deployment(testable = false)
  static WebArchive war() {
    return LifecycleArchive.war("lifecycle", LifecycleServlet.Listener.class);
  }

  @Test
  void listenersOfAnApplicationThatIsDeployedLaterSeeEveryInterface() throws IOException {
    SipText answer = Options.to(listeners.named("udp"));
    String all = String.valueOf(listeners.all().size());
    assertThat(answer.header("X-Context-Initialized")).contains(all);
    assertThat(answer.header("X-Servlet-Initialized")).contains(all);
  }

  @Test
  void contextParamOfSipXmlIsAnInitParameter() throws IOException {
    assertThat(Options.to(listeners.named("udp")).header("X-Parameter")).contains("of sip.xml");
  }

  @Test
  void exceptionInAServletContextListenerKeepsTheApplicationOut(@TempDir Path folder)
      throws IOException {
    Path file = folder.resolve("refusing.sar");
    LifecycleArchive.war("refusing", LifecycleServlet.Refusing.class)
        .as(ZipExporter.class)
        .exportTo(file.toFile());
    assertThatThrownBy(() -> container.deploy(Application.of(file)))
        .isInstanceOf(ContainerException.class)
        .hasMessageContaining("did not start");
    assertThat(container.contextPaths()).doesNotContain("/refusing");
    assertThat(Options.to(listeners.named("udp")).status()).isEqualTo(200);
  }
}
