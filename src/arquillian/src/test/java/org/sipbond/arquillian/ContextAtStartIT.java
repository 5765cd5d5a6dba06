package org.sipbond.arquillian;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipbond.arquillian.facts.LifecycleServlet;
import org.sipbond.container.Application;
import org.sipbond.container.ApplicationRouting;
import org.sipbond.container.ContainerException;
import org.sipbond.container.SipContainer;
import org.sipbond.core.bond.Listener;
import org.sipbond.core.net.IpLiteral;
import org.sipbond.core.net.Transport;
import org.sipbond.wire.SipText;

/** What an application sees that is there when the container starts. */
class ContextAtStartIT {
  private static final InetAddress ADDRESS = IpLiteral.parse("127.0.30.3").orElseThrow();
  private static final List<Listener> LISTENERS =
      List.of(
          Listener.of("udp", Transport.UDP, ADDRESS, 30063),
          Listener.of("tcp", Transport.TCP, ADDRESS, 30063));

  private final Path folder;

  ContextAtStartIT(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void listenersExistWhenServletInitializedIsCalledButNotWhenTheContextIs()
      throws IOException, ContainerException {
    SipText answer = answer();
    assertThat(answer.header("X-Context-Initialized")).contains("0");
    assertThat(answer.header("X-Servlet-Initialized")).contains("2");
  }

  @Test
  void parameterOfTheContainersContextComesBeforeContextParamOfSipXml()
      throws IOException, ContainerException {
    assertThat(answer().header("X-Parameter")).contains("of sip.xml");
    Files.writeString(
        folder.resolve("base/conf/context.xml"),
        "<Context><Parameter name='one' value='of the container' override='false'/></Context>");
    assertThat(answer().header("X-Parameter")).contains("of the container");
  }

  private SipText answer() throws IOException, ContainerException {
    Path file = folder.resolve("lifecycle.war");
    LifecycleArchive.war("lifecycle", LifecycleServlet.Listener.class)
        .as(ZipExporter.class)
        .exportTo(file.toFile(), true);
    try (SipContainer container =
        SipContainer.builder(folder.resolve("base"))
            .listeners(LISTENERS)
            .http(InetAddress.getLoopbackAddress(), 0)
            .applicationRouter(ApplicationRouting.everythingTo("lifecycle"))
            .application(Application.of(file))
            .build()) {
      container.start();
      return Options.to(LISTENERS.get(0));
    }
  }
}
