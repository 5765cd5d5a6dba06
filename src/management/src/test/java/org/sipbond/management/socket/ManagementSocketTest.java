package org.sipbond.management.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipbond.management.Answer;
import org.sipbond.management.CommandsMXBean;
import org.sipbond.management.ScriptedCommands;
import org.sipbond.management.socket.Reply.Status;

class ManagementSocketTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(300);

  private final MBeanServer mbeans = MBeanServerFactory.newMBeanServer();
  private final Path path;

  ManagementSocketTest(@TempDir Path folder) {
    path = folder.resolve("management/socket");
  }

  private static Answer answer(String operation, List<String> arguments) {
    return switch (operation) {
      case "listeners" -> Answer.ok("two\nlisteners as " + arguments.get(0));
      case "bonds" -> Answer.invalid("format " + arguments.get(0) + "; allowed: text, json");
      case "callShow" -> throw new IllegalStateException("the log is gone");
      case "explainCall" ->
          Answer.negative("call " + arguments.get(0) + " is not known, as " + arguments.get(1));
      default -> Answer.ok(operation + "|" + String.join("|", arguments));
    };
  }

  @Nested
  class WithTheApplication {
    WithTheApplication() throws Exception {
      mbeans.registerMBean(
          ScriptedCommands.answering(ManagementSocketTest::answer),
          new ObjectName(CommandsMXBean.OBJECT_NAME));
    }

    @Test
    void passesOperationsAndTheirAnswersOn() throws Exception {
      try (ManagementSocket socket = open(LONG)) {
        assertThat(ask("listeners", "text"))
            .isEqualTo(new Reply(Status.OK, "two\nlisteners as text"));
        assertThat(ask("explainCall", "ünïcode@example.com", ""))
            .isEqualTo(new Reply(Status.NEGATIVE, "call ünïcode@example.com is not known, as "));
        assertThat(ask("bonds", "xml"))
            .isEqualTo(new Reply(Status.INVALID, "format xml; allowed: text, json"));
      }
    }

    @Test
    void saysWhatBroke() throws Exception {
      try (ManagementSocket socket = open(LONG)) {
        assertThat(ask("callShow", "one@example.com", "text"))
            .isEqualTo(
                new Reply(
                    Status.FAILED,
                    "callShow failed: java.lang.IllegalStateException: the log is gone"));
      }
    }

    @Test
    void knowsNoOtherOperation() throws Exception {
      String allowed =
          "blacklist of 1, blacklistAdd of 2, blacklistClear of 1, blacklistRemove of 2, bonds of 1,"
              + " callEnd of 2, callShow of 2, calls of 5, dnsFlush of 2, dnsShow of 2, explain of 5,"
              + " explainCall of 2, lint of 1, listeners of 1, listenersDrain of 2,"
              + " listenersResume of 2, resolve of 3";
      try (ManagementSocket socket = open(LONG)) {
        assertThat(ask("hashCode"))
            .isEqualTo(
                new Reply(
                    Status.UNKNOWN, "no operation hashCode of 0 arguments; allowed: " + allowed));
        assertThat(ask("listeners", "text", "more"))
            .isEqualTo(
                new Reply(
                    Status.UNKNOWN, "no operation listeners of 2 arguments; allowed: " + allowed));
      }
    }

    @Test
    void speaksAFormatThatAShellCanSpeak() throws Exception {
      try (ManagementSocket socket = open(LONG)) {
        assertThat(exchange("listeners\ntext\n")).isEqualTo("ok 21\ntwo\nlisteners as text");
        assertThat(exchange("listeners\ntext"))
            .isEqualTo("invalid 36\nrequest has no line break at its end");
      }
    }

    @Test
    void endsConnectionsThatSayNothing() throws Exception {
      List<SocketChannel> silent = new ArrayList<>();
      try (ManagementSocket socket = open(SHORT)) {
        for (int number = 0; number < 8; number++) {
          silent.add(SocketChannel.open(UnixDomainSocketAddress.of(path)));
        }
        assertThat(ask("listeners", "json").status()).isEqualTo(Status.OK);
        assertThat(silent.get(0).read(ByteBuffer.allocate(1))).isEqualTo(-1);
      } finally {
        for (SocketChannel channel : silent) {
          channel.close();
        }
      }
    }
  }

  @Test
  void saysThatTheApplicationIsNotThere() throws Exception {
    try (ManagementSocket socket = open(LONG)) {
      assertThat(ask("listeners", "text"))
          .isEqualTo(
              new Reply(Status.UNAVAILABLE, "the SIP application is not deployed, or not yet"));
    }
  }

  @Test
  void isForItsOwnerAloneAndLeavesNothing() throws Exception {
    Files.createDirectories(path.resolveSibling("."));
    Files.setPosixFilePermissions(
        path.resolveSibling("."), PosixFilePermissions.fromString("rwxrwxrwx"));
    try (ManagementSocket socket = open(LONG)) {
      assertThat(permissions(path)).isEqualTo("rw-------");
      assertThat(permissions(path.resolveSibling("."))).isEqualTo("rwx------");
    }
    assertThat(path.resolveSibling(".")).doesNotExist();
  }

  @Test
  void takesThePlaceOfASocketThatAKilledServerLeft() throws Exception {
    Files.createDirectories(path.resolveSibling("."));
    ServerSocketChannel killed = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    killed.bind(UnixDomainSocketAddress.of(path));
    killed.close();
    assertThat(path).exists();
    assertThatThrownBy(() -> ask("listeners", "text")).isInstanceOf(SocketException.class);
    try (ManagementSocket socket = open(LONG)) {
      assertThat(ask("listeners", "text").status()).isEqualTo(Status.UNAVAILABLE);
    }
  }

  @Test
  void namesAPathThatIsTooLong() {
    Path deep = path.resolveSibling("d".repeat(120)).resolve("socket");
    assertThatThrownBy(() -> ManagementSocket.open(deep, new Operations(mbeans), LONG))
        .hasMessageStartingWith("cannot listen on " + deep + ": ")
        .hasMessageContaining("too long");
  }

  @Test
  void tellsTheClientThatNobodyListens() {
    assertThatThrownBy(() -> ask("listeners", "text")).isInstanceOf(SocketException.class);
  }

  @Test
  void waitsForAReplyForALimitedTime() throws Exception {
    try (ServerSocketChannel mute = listenBy()) {
      assertThatThrownBy(() -> new ManagementClient(path, SHORT).ask(Request.of("listeners")))
          .hasMessage("no answer at " + path + " within 0 s");
    }
  }

  @Test
  void knowsAReplyThatWasCutShort() throws Exception {
    assertThatThrownBy(() -> askAServerThatSends("ok 12\nhalf of"))
        .hasMessage("the server's reply was cut short: 7 bytes of 12");
    assertThatThrownBy(() -> askAServerThatSends("fine\n"))
        .hasMessage("the server's reply is none: \"fine\"");
    assertThatThrownBy(() -> askAServerThatSends(""))
        .hasMessage("the server's reply is none: \"\"");
  }

  @Test
  void refusesWhatIsNoRequest() throws Exception {
    assertThatThrownBy(() -> Request.of("explain", "sip:a@example.com\nsip:b@example.com"))
        .hasMessageContaining("allowed: a single line");
    try (ManagementSocket socket = open(LONG)) {
      assertThatThrownBy(() -> ask("explain", "x".repeat(100_000)))
          .hasMessage("request has 100009 bytes; allowed: 65536 bytes");
    }
  }

  private ManagementSocket open(Duration limit) throws IOException {
    return ManagementSocket.open(path, new Operations(mbeans), limit);
  }

  private Reply ask(String operation, String... arguments) throws IOException {
    return new ManagementClient(path, LONG).ask(Request.of(operation, arguments));
  }

  private String exchange(String request) throws IOException {
    try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(path))) {
      Bytes.write(channel, request.getBytes(StandardCharsets.UTF_8));
      channel.shutdownOutput();
      return new String(Bytes.read(channel, 1000), StandardCharsets.UTF_8);
    }
  }

  private ServerSocketChannel listenBy() throws IOException {
    Files.createDirectories(path.resolveSibling("."));
    Files.deleteIfExists(path);
    return ServerSocketChannel.open(StandardProtocolFamily.UNIX)
        .bind(UnixDomainSocketAddress.of(path));
  }

  private void askAServerThatSends(String bytes) throws Exception {
    try (ServerSocketChannel server = listenBy()) {
      Thread thread = new Thread(() -> send(server, bytes));
      thread.start();
      try {
        ask("listeners", "text");
      } finally {
        thread.join();
      }
    }
  }

  private static void send(ServerSocketChannel server, String bytes) {
    try (SocketChannel channel = server.accept()) {
      Request.read(channel);
      Bytes.write(channel, bytes.getBytes(StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
