package org.sipbond.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that ask the running server, by the script. */
class ManagementIT {
  private final Server server;

  ManagementIT(@TempDir Path base) {
    server = new Server(base, Path.of(System.getProperty("java.home")));
  }

  @BeforeEach
  void document() throws Exception {
    server.document(
        """
        listeners {
          int-udp = "udp:127.0.25.51:25510"
          ext-udp = { bind = "udp:127.0.25.51:25511", advertise = "198.51.100.7:5060" }
        }
        bonds { intern = [int-udp], extern = [ext-udp] }
        rules = []
        http { port = 25581 }
        stop { drain-timeout = 1s }
        """);
  }

  @AfterEach
  void stop() throws Exception {
    server.sipbond("stop");
  }

  @Test
  void asksTheServerThatRuns() throws Exception {
    assertThat(server.sipbond("listeners", "list"))
        .isEqualTo(new Server.Outcome(3, "sipbond is not running; nobody listens at " + socket()));
    assertThat(server.sipbond("start").exitCode()).isZero();

    assertThat(server.sipbond("listeners", "list"))
        .isEqualTo(
            new Server.Outcome(
                0,
                """
                int-udp  udp:127.0.25.51:25510                        in use
                ext-udp  udp:127.0.25.51:25511  as 198.51.100.7:5060  in use"""));
    assertThat(server.sipbond("bonds", "list", "--json").output())
        .contains("{\"name\":\"intern\",\"members\":[\"int-udp\"],");
    assertThat(server.sipbond("calls", "list")).isEqualTo(new Server.Outcome(0, ""));
    assertThat(server.sipbond("explain", "--call-id", "a@example.com").exitCode()).isEqualTo(1);
    assertThat(server.sipbond("explain", "--call").exitCode()).isEqualTo(64);

    assertThat(server.sipbond("stop").exitCode()).isZero();
    assertThat(socket()).doesNotExist();
    assertThat(Files.readString(server.base().resolve("logs/sipbond.log"))).doesNotContain("ERROR");
  }

  @Test
  void startsAgainAfterAServerThatWasKilled() throws Exception {
    assertThat(server.sipbond("start").exitCode()).isZero();
    kill();
    assertThat(socket()).exists();
    assertThat(server.sipbond("calls", "list").exitCode()).isEqualTo(3);

    assertThat(server.sipbond("start").exitCode()).isZero();
    assertThat(server.sipbond("calls", "list").exitCode()).isZero();
  }

  private void kill() throws Exception {
    Path file = server.base().resolve("run/sipbond.pid");
    long pid = Long.parseLong(Files.readAllLines(file).get(0));
    ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
    process.destroyForcibly();
    process.onExit().join();
  }

  private Path socket() {
    return server.base().resolve("run/management/socket");
  }
}
