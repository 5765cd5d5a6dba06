package org.sipbond.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.sipbond.container.TestArchives.address;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipbond.core.bond.Listener;
import org.sipbond.core.net.Transport;
import org.sipbond.wire.agent.IncomingCall;
import org.sipbond.wire.agent.UserAgent;

class SipContainerIT {
  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final InetAddress HERE = address("127.0.25.1");
  private static final int PORT = 25200;
  private static final Listener UDP = Listener.of("int-udp", Transport.UDP, HERE, PORT);

  private final Path folder;

  SipContainerIT(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void startsAgainAfterItWasStopped() throws Exception {
    SipContainer container = container(List.of(UDP), sar(AnsweringServlet.class));
    for (int times = 0; times < 2; times++) {
      container.start();
      assertThat(statusOfOptions()).isEqualTo(200);
      container.stop();
    }
  }

  @Test
  void startsAfterAnotherWasStopped() throws Exception {
    for (int times = 0; times < 2; times++) {
      try (SipContainer container = container(List.of(UDP), sar(AnsweringServlet.class))) {
        container.start();
        assertThat(statusOfOptions()).isEqualTo(200);
      }
    }
  }

  @Test
  void putsBackTheSystemPropertiesThatItSet() throws Exception {
    try (SipContainer container = container(List.of(UDP), sar(AnsweringServlet.class))) {
      container.start();
      assertThat(System.getProperty("catalina.base")).isNotNull();
    }
    assertThat(System.getProperty("catalina.base")).isNull();
    assertThat(System.getProperty("javax.servlet.sip.dar")).isNull();
  }

  @Test
  void hasNoReporterThatCouldSend() throws Exception {
    Class<?> reporter =
        Class.forName("org.restcomm.commons.statistics.reporter.RestcommStatsReporter");
    assertThat(reporter.getSuperclass()).isEqualTo(Object.class);
    assertThat(reporter.getProtectionDomain().getCodeSource().getLocation().getPath())
        .contains("adapters");
    assertThat(
            reporter
                .getClassLoader()
                .getResource("org/restcomm/commons/statistics/sender/RestcommStatsSender.class"))
        .isNull();
  }

  @Nested
  class Refuses {

    @Test
    void aPortThatIsTaken() throws Exception {
      try (DatagramSocket taken = new DatagramSocket(PORT, HERE)) {
        assertThat(taken.isBound()).isTrue();
        assertThat(problems(UDP))
            .containsExactly(
                "cannot listen on udp:127.0.25.1:25200 (listener int-udp): port is taken");
      }
    }

    @Test
    void anAddressThatIsNotOnThisMachine() {
      assertThat(problems(Listener.of("ext", Transport.TCP, address("192.0.2.9"), 5060)))
          .singleElement()
          .asString()
          .startsWith(
              "cannot listen on tcp:192.0.2.9:5060 (listener ext):"
                  + " address is not on this machine; addresses here: ")
          .contains("127.0.0.1");
    }

    @Test
    void twoListenersOnOneSocket() {
      assertThat(problems(UDP, Listener.of("again", Transport.UDP, HERE, PORT)))
          .containsExactly("cannot listen on udp:127.0.25.1:25200 (listener again): port is taken");
    }

    @Test
    void everythingAtOnce() {
      assertThat(
              problems(
                  Listener.of("a", Transport.UDP, address("192.0.2.9"), 5060),
                  Listener.of("b", Transport.UDP, address("2001:db8::9"), 5060)))
          .hasSize(2);
    }

    @Test
    void anApplicationThatCannotWorkAndStopsEverything() throws Exception {
      SipContainer container = container(List.of(UDP), sar(ComplainingServlet.class));
      assertThat(problems(container)).containsExactly("first problem", "second problem");
      try (DatagramSocket free = new DatagramSocket(PORT, HERE)) {
        assertThat(free.isBound()).isTrue();
      }
    }

    @Test
    void anArchiveThatIsNotThere() {
      SipContainer container =
          container(List.of(UDP), Application.of(folder.resolve("absent.sar")));
      assertThat(problems(container))
          .singleElement()
          .asString()
          .startsWith("cannot deploy " + folder.resolve("absent.sar"));
    }

    private List<String> problems(Listener... listeners) {
      return problems(SipContainer.builder(folder).listeners(List.of(listeners)).build());
    }

    private List<String> problems(SipContainer container) {
      return catchThrowableOfType(ContainerException.class, container::start).problems();
    }
  }

  @Nested
  class Deploys {

    @Test
    void anEarWithOneLoaderForItsLibraries() throws Exception {
      Path ear = TestArchives.write(folder.resolve("sipbond.ear"), TestArchives.ear());
      try (SipContainer container = container(List.of(UDP), Application.of(ear))) {
        container.start();
        assertThat(container.contextPaths()).containsExactly("/calls", "/console");
        assertThat(statusOfOptions()).isEqualTo(200);
        String ofTheConsole = get(container, "/console/shared").body();
        assertThat(ofTheConsole).startsWith("shared by ");
        assertThat(get(container, "/calls/shared").body()).isEqualTo(ofTheConsole);
      }
    }

    @Test
    void aWarWhileItRuns() throws Exception {
      Application war =
          Application.of(TestArchives.write(folder.resolve("more.war"), TestArchives.war()));
      try (SipContainer container = container(List.of(UDP), sar(AnsweringServlet.class))) {
        container.start();
        container.deploy(war);
        assertThat(get(container, "/more/shared").body()).startsWith("nothing by ");
        container.undeploy(war);
        assertThat(get(container, "/more/shared").statusCode()).isEqualTo(404);
      }
    }
  }

  @Test
  void tellsNoVersionOverHttp() throws Exception {
    try (SipContainer container = container(List.of(UDP), sar(AnsweringServlet.class))) {
      container.start();
      HttpResponse<String> response = get(container, "/absent");
      assertThat(response.statusCode()).isEqualTo(404);
      assertThat(response.headers().firstValue("Server")).contains("sipbond");
      assertThat(response.body()).doesNotContainIgnoringCase("tomcat").doesNotContain("7.0");
    }
  }

  @Test
  void refusesNewCallsWhileItWaitsForOldOnesToEnd() throws Exception {
    try (SipContainer container = container(List.of(UDP), sar(CallingServlet.class));
        UserAgent agent = agent()) {
      container.start();
      agent.answerCalls();
      agent.invite("sip:anybody@example.com", socket()).awaitFinal(LIMIT);
      assertThat(container.drain(Duration.ofMillis(300))).isFalse();
      assertThat(statusOfOptions()).isEqualTo(503);
    }
  }

  @Test
  void hasDrainedWhenTheLastCallHasEnded() throws Exception {
    try (SipContainer container = container(List.of(UDP), sar(CallingServlet.class));
        UserAgent agent = agent()) {
      container.start();
      agent.answerCalls();
      String by = agent.uri().replaceAll(";.*", "") + ";by=" + PORT;
      agent.request("OPTIONS", by, socket()).awaitFinal(LIMIT);
      IncomingCall call = agent.awaitCall(LIMIT);
      call.awaitRequest("BYE", LIMIT);
      assertThat(container.drain(LIMIT)).isTrue();
    }
  }

  private SipContainer container(List<Listener> listeners, Application application) {
    return SipContainer.builder(folder.resolve("base"))
        .listeners(listeners)
        .http(InetAddress.getLoopbackAddress(), 0)
        .application(application)
        .build();
  }

  private Application sar(Class<?> servlet) throws IOException {
    return Application.of(
        TestArchives.write(folder.resolve("test.sar"), TestArchives.sar("sipbond", servlet)));
  }

  private static int statusOfOptions() throws IOException {
    try (UserAgent agent = agent()) {
      return agent
          .request("OPTIONS", "sip:anybody@example.com", socket())
          .awaitFinal(LIMIT)
          .status();
    }
  }

  private static UserAgent agent() throws IOException {
    return UserAgent.open("tester", Transport.UDP, address("127.0.25.100"), 0);
  }

  private static InetSocketAddress socket() {
    return new InetSocketAddress(HERE, PORT);
  }

  private static HttpResponse<String> get(SipContainer container, String path)
      throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + container.httpPort().orElseThrow() + path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }
}
