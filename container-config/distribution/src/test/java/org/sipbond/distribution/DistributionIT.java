package org.sipbond.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.BindException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sipbond.core.net.IpLiteral;
import org.sipbond.core.net.Transport;
import org.sipbond.wire.agent.UserAgent;

/** The assembled folder, by its script, as a user has it. */
class DistributionIT {
  private static final Path THIS_JAVA = Path.of(System.getProperty("java.home"));
  private static final InetAddress HERE = IpLiteral.parse("127.0.25.50").orElseThrow();
  private static final int PORT = 25500;
  private static final int HTTP = 25580;

  private final Path base;

  DistributionIT(@TempDir Path base) {
    this.base = base;
  }

  /** This Java, and every newer one where Debian or Temurin put them. */
  static List<Path> javas() throws IOException {
    Path folder = Path.of("/usr/lib/jvm");
    if (!Files.isDirectory(folder)) {
      return List.of(THIS_JAVA);
    }
    try (Stream<Path> found = Files.list(folder)) {
      Stream<Path> newer =
          found
              .filter(java -> !Files.isSymbolicLink(java))
              .filter(java -> java.getFileName().toString().matches(".*-(2[1-9]|[3-9][0-9])-.*"))
              .filter(java -> Files.isExecutable(java.resolve("bin/java")));
      return Stream.concat(Stream.of(THIS_JAVA), newer).toList();
    }
  }

  @AfterEach
  void stop() throws Exception {
    new Server(base, THIS_JAVA).sipbond("stop");
  }

  @ParameterizedTest
  @MethodSource("javas")
  void startsAnswersAndStops(Path java) throws Exception {
    Server server = server(java);
    Server.Outcome started = server.sipbond("start");
    assertThat(started.output())
        .contains("is running", "int-udp udp:127.0.25.50:25500", "127.0.0.1:25580");
    assertThat(started.exitCode()).isZero();
    assertThat(answersOptions()).isTrue();
    assertThat(server.sipbond("status").exitCode()).isZero();
    assertThat(server.sipbond("start"))
        .satisfies(again -> assertThat(again.output()).startsWith("sipbond is already running"))
        .satisfies(again -> assertThat(again.exitCode()).isEqualTo(1));
    assertThat(server.sipbond("stop")).isEqualTo(new Server.Outcome(0, "sipbond has stopped"));
    assertThat(server.sipbond("status")).isEqualTo(new Server.Outcome(3, "sipbond is not running"));
    assertThat(Files.readString(base.resolve("logs/sipbond.log"))).doesNotContain("ERROR");
  }

  @Test
  void saysOneLineWhereASipPortIsTaken() throws Exception {
    try (DatagramSocket taken = new DatagramSocket(PORT, HERE)) {
      assertThat(taken.isBound()).isTrue();
      assertThat(server(THIS_JAVA).sipbond("start"))
          .isEqualTo(
              new Server.Outcome(
                  1, "cannot listen on udp:127.0.25.50:25500 (listener int-udp): port is taken"));
    }
    assertThat(base.resolve("run")).isEmptyDirectory();
  }

  @Test
  void saysOneLineWhereTheHttpPortIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(HTTP, 1, InetAddress.getLoopbackAddress())) {
      assertThat(taken.isBound()).isTrue();
      assertThat(server(THIS_JAVA).sipbond("start"))
          .isEqualTo(
              new Server.Outcome(1, "cannot listen on tcp:127.0.0.1:25580 (http): port is taken"));
    }
  }

  @Test
  void saysOneLineWhereJavaIsTooOld() throws Exception {
    Path java = Files.createDirectories(base.resolve("old/bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\necho 'openjdk version \"11.0.2\" 2019-01-15' >&2\n");
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    assertThat(server(base.resolve("old")).sipbond("start"))
        .isEqualTo(new Server.Outcome(1, "sipbond needs Java 17 or newer; found 11 at " + java));
  }

  @Test
  void hasNoClassThatCouldReportOutside() throws IOException {
    try (Stream<Path> files = Files.list(Server.HOME.resolve("lib"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .noneMatch(name -> name.startsWith("restcomm-statistics"))
          .noneMatch(name -> name.startsWith("log4j"));
    }
  }

  @ParameterizedTest
  @MethodSource("javas")
  void demonstratesCallsByTheRightMember(Path java) throws Exception {
    Server.Outcome demo = new Server(base, java).sipbond("demo", "--once");

    assertThat(demo.output())
        .contains("--- udp over ipv4 to udp over ipv4", "--- udp over ipv4 to tcp over ipv4")
        .containsPattern("chosen tcp:127.0.2.1:\\d+ by ext-tcp tcp:127.0.2.1:")
        .contains("refused 502 no-member: no member of bond extern for tls over ipv4")
        .endsWith("every call went as it must");
    assertThat(demo.exitCode()).isZero();
  }

  @Test
  void demonstratesWithWhatThereIsWhereAPortIsTaken() throws Exception {
    InetAddress intern = IpLiteral.parse("127.0.1.1").orElseThrow();
    try (DatagramSocket taken = new DatagramSocket(null)) {
      bindUnlessTakenAlready(taken, new InetSocketAddress(intern, 5060));
      Server.Outcome demo = new Server(base, THIS_JAVA).sipbond("demo", "--once");

      assertThat(demo.output())
          .contains(
              "note: cannot listen on udp:127.0.1.1:5060 (listener int-udp): port is taken; using"
                  + " udp:127.0.1.1:")
          .endsWith("every call went as it must");
      assertThat(demo.exitCode()).isZero();
    }
  }

  private static void bindUnlessTakenAlready(DatagramSocket socket, InetSocketAddress address)
      throws IOException {
    try {
      socket.bind(address);
    } catch (BindException takenByAnother) {
      assertThat(takenByAnother).hasMessageContaining("in use");
    }
  }

  private Server server(Path java) throws IOException {
    Server server = new Server(base, java);
    server.document(
        """
        listeners { int-udp = "udp:127.0.25.50:25500" }
        bonds { intern = [int-udp] }
        rules = []
        http { port = 25580 }
        stop { drain-timeout = 1s }
        """);
    return server;
  }

  private static boolean answersOptions() throws IOException {
    try (UserAgent agent = UserAgent.open("tester", Transport.UDP, HERE, 0)) {
      agent
          .request("OPTIONS", "sip:anybody@example.com", new InetSocketAddress(HERE, PORT))
          .awaitFinal(Duration.ofSeconds(5));
      return true;
    }
  }
}
