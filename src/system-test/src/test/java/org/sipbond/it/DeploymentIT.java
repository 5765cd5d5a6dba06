package org.sipbond.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.sipbond.container.ContainerException;
import org.sipbond.container.SipContainer;
import org.sipbond.core.bond.Listener;
import org.sipbond.core.net.Transport;
import org.sipbond.management.ApplicationMXBean;
import org.sipbond.testkit.program.LadderOnFailure;
import org.sipbond.wire.agent.UserAgent;

/** What the document and the container's context decide at deployment. */
class DeploymentIT {
  @RegisterExtension final LadderOnFailure ladder = new LadderOnFailure();

  private final Path base;
  private final Grid grid = new Grid();
  private final InetSocketAddress socket = grid.free(Medium.UDP4, 50);

  DeploymentIT(@TempDir Path base) {
    this.base = base;
  }

  @Test
  void tellsEveryProblemOfTheDocumentWithFileAndLine() throws IOException {
    Server.write(
        base,
        """
        listeners {
          int-udp = "udp:192.0.2.300:5060"
        }
        bonds {
          intern = [int-udp, ext-udp]
        }
        rules = [
          { from = intern, to = extrn, next-hop = pbx }
        ]
        """);
    assertThat(problems("sipbond.ear"))
        .hasSizeGreaterThanOrEqualTo(4)
        .allSatisfy(problem -> assertThat(problem).contains("sipbond.conf:", "; allowed: "))
        .anyMatch(
            problem -> problem.contains(":2: listeners.int-udp: found \"udp:192.0.2.300:5060\""))
        .anyMatch(problem -> problem.contains(":5: ") && problem.contains("ext-udp"))
        .anyMatch(problem -> problem.contains(":8: ") && problem.contains("\"extrn\""))
        .anyMatch(problem -> problem.contains(":8: ") && problem.contains("\"pbx\""));
    assertThat(problems("sipbond.sar")).isEqualTo(problems("sipbond.ear"));
  }

  /** The container loads every class of these libraries at the start, however large they are. */
  @Test
  void keepsInTheApplicationOnlyWhatTheContainerHasInAnotherRelease() throws IOException {
    Path ear = Path.of(System.getProperty("archives"), "sipbond.ear");
    try (FileSystem archive = FileSystems.newFileSystem(ear);
        FileSystem application = FileSystems.newFileSystem(archive.getPath("sipbond.sar"));
        Stream<Path> libraries = Files.list(application.getPath("WEB-INF", "lib"))) {
      assertThat(libraries)
          .extracting(path -> path.getFileName().toString().replaceFirst("-\\d.*", ""))
          .containsExactlyInAnyOrder("dnsjava", "sipbond-dns");
    }
  }

  @Test
  void tellsThatThereIsNoDocument() {
    assertThat(problems("sipbond.ear"))
        .singleElement()
        .asString()
        .contains("sipbond.conf", "no readable file");
  }

  @Test
  void namesBothListsWhereTheContainerLacksAListener() throws IOException {
    Server.write(
        base,
        """
        listeners { int-udp = "udp:127.0.60.51:5060" }
        bonds { intern = [int-udp] }
        rules = []
        """);
    assertThat(problems("sipbond.ear"))
        .singleElement()
        .asString()
        .startsWith("the container does not have int-udp udp:127.0.60.51:5060; configured: ")
        .contains("container: " + Medium.UDP4.notation(socket));
  }

  @Test
  void takesASingleKeyFromTheContext() throws IOException, ContainerException {
    InetSocketAddress other = grid.free(Medium.UDP4, 52);
    context("org.sipbond.config.next-hops.callee-udp4", Medium.UDP4.uri(other));
    try (Server server = Server.start(base, grid.document());
        Peers peers = Peers.open(server, grid, Medium.UDP4, Medium.UDP4, ladder);
        UserAgent called =
            UserAgent.open("bob", Transport.UDP, other.getAddress(), other.getPort())) {
      called.answerCalls();
      var call = peers.call();
      call.awaitStatus(200, Peers.LIMIT);
      call.ack();
      call.bye().awaitStatus(200, Peers.LIMIT);
      assertThat(peers.callee().messages()).isEmpty();
    }
  }

  @Test
  void tellsWhereABrokenKeyOfTheContextWasWritten() throws IOException {
    Server.write(base, grid.document());
    context("org.sipbond.config.bonds.extern", "[nobody]");
    assertThat(problems("sipbond.ear"))
        .singleElement()
        .asString()
        .startsWith("context-param: bonds.extern.1: found \"nobody\"; allowed: ");
  }

  @Test
  void saysWhichPromiseTheFormOfJsr289CannotKeep() throws IOException, ContainerException {
    context("org.sipbond.outbound-interface", "standard");
    try (Server server =
            Server.start(base, grid.document(), List.of(), Server.archive("sipbond.sar"));
        Peers peers = Peers.open(server, grid, Medium.UDP4, Medium.UDP4, ladder)) {
      assertThat(Server.application().getState()).isEqualTo(ApplicationMXBean.RUNNING);
      assertThat(Server.application().getLimitations())
          .singleElement()
          .asString()
          .startsWith("promise 1 (one member, everywhere) is not kept");
      assertThat(peers.caller().request("OPTIONS", "sip:example.com", server.socket("int-udp4")))
          .satisfies(options -> options.awaitStatus(200, Peers.LIMIT));
    }
  }

  @Test
  void knowsNoLimitationInItsOwnContainer() throws IOException, ContainerException {
    try (Server server = Server.start(base, grid.document())) {
      assertThat(server.listener("ext-nat").isAdvertised()).isTrue();
      assertThat(Server.application().getState()).isEqualTo(ApplicationMXBean.RUNNING);
      assertThat(Server.application().getLimitations()).isEmpty();
    }
  }

  private void context(String name, String value) throws IOException {
    Path conf = Files.createDirectories(base.resolve("conf"));
    Files.writeString(
        conf.resolve("context.xml"),
        "<Context><Parameter name=\"%s\" value=\"%s\" override=\"false\"/></Context>"
            .formatted(name, value.replace("\"", "&quot;")));
  }

  /** Why the container does not start with this archive and one listener. */
  private List<String> problems(String archive) {
    SipContainer container =
        Server.container(
            base,
            List.of(Listener.of("one", Transport.UDP, socket.getAddress(), socket.getPort())),
            Server.archive(archive));
    return catchThrowableOfType(ContainerException.class, container::start).problems();
  }
}
