package org.sipbond.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Function;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipbond.container.command.Command;
import org.sipbond.container.command.Console;
import org.sipbond.container.command.Installation;
import org.sipbond.management.Answer.Outcome;
import org.sipbond.management.CommandsMXBean;
import org.sipbond.management.ScriptedCommands;
import org.sipbond.management.socket.ManagementSocket;
import org.sipbond.management.socket.Operations;
import org.sipbond.management.socket.Reply;
import org.sipbond.management.socket.Request;

class CommandLineTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream error = new ByteArrayOutputStream();
  private final Installation installation;

  CommandLineTest(@TempDir Path folder) {
    installation = new Installation(folder, folder);
  }

  @ParameterizedTest
  @CsvSource({
    "listeners list,               listeners|text",
    "listeners list --json,        listeners|json",
    "listeners drain ext-udp,      listenersDrain|ext-udp|text",
    "listeners resume --json a,    listenersResume|a|json",
    "bonds list,                   bonds|text",
    "calls list --json,            calls|||||json",
    "calls list --active,          calls|active||||text",
    "calls list --from 2026-11-21 --to 2026-11-22 --limit 9, calls||2026-11-21|2026-11-22|9|text",
    "calls show a@b,               callShow|a@b|text",
    "calls end a@b --json,         callEnd|a@b|json",
    "explain --call-id a@10.0.0.1, explainCall|a@10.0.0.1|text",
    "explain --json --call-id=a,   explainCall|a|json",
    "explain sip:a@example.com,    explain|sip:a@example.com||||text",
    "explain --method INFO --from in --source ::1 sip:a, explain|sip:a|in|::1|INFO|text",
    "resolve sip:a --bond out,     resolve|sip:a|out|text",
    "lint --json,                  lint|json",
    "blacklist list,               blacklist|text",
    "blacklist add udp:a,          blacklistAdd|udp:a|text",
    "blacklist remove udp:a,       blacklistRemove|udp:a|text",
    "blacklist clear --json,       blacklistClear|json",
    "dns show,                     dnsShow||text",
    "dns show example.com --json,  dnsShow|example.com|json",
    "dns flush,                    dnsFlush||text",
    "dns flush example.com,        dnsFlush|example.com|text",
  })
  void asksTheApplication(String line, String asked) throws Exception {
    try (ManagementSocket server = application(Outcome.OK)) {
      assertThat(sipbond(line)).isZero();
    }
    assertThat(text(out)).isEqualTo(asked + "\n");
    assertThat(text(error)).isEmpty();
  }

  @Test
  void saysNoByItsExitCode() throws Exception {
    try (ManagementSocket server = application(Outcome.NEGATIVE)) {
      assertThat(sipbond("explain --call-id gone")).isEqualTo(1);
    }
    assertThat(text(out)).isEqualTo("explainCall|gone|text\n");
  }

  @Test
  void passesOnWhatIsWrongWithArguments() throws Exception {
    try (ManagementSocket server = application(Outcome.INVALID)) {
      assertThat(sipbond("calls list")).isEqualTo(64);
    }
    assertThat(text(error)).isEqualTo("calls|||||text\n");
    assertThat(text(out)).isEmpty();
  }

  @Test
  void saysThatTheApplicationIsNotThere() throws Exception {
    MBeanServer empty = MBeanServerFactory.newMBeanServer();
    try (ManagementSocket server = server(new Operations(empty))) {
      assertThat(sipbond("calls list")).isEqualTo(69);
    }
    assertThat(text(error)).isEqualTo("the SIP application is not deployed, or not yet\n");
  }

  @Test
  void saysThatTheServerIsOfAnotherRelease() throws Exception {
    try (ManagementSocket server =
        server(request -> new Reply(Reply.Status.UNKNOWN, "no operation " + request.operation()))) {
      assertThat(sipbond("calls list")).isEqualTo(69);
    }
    assertThat(text(error)).isEqualTo("the server is of another release: no operation calls\n");
  }

  @Test
  void saysThatNothingRuns() {
    assertThat(sipbond("calls list")).isEqualTo(3);
    assertThat(text(error))
        .isEqualTo(
            "sipbond is not running; nobody listens at " + installation.managementSocket() + "\n");
  }

  @Test
  void takesTheSocketOfAKilledServerForNone() throws Exception {
    Files.createDirectories(installation.managementSocket().resolveSibling("."));
    try (ServerSocketChannel killed = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      killed.bind(UnixDomainSocketAddress.of(installation.managementSocket()));
    }
    assertThat(installation.managementSocket()).exists();
    assertThat(sipbond("calls list")).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "explain                > --call-id=ID",
        "explain --from in      > URI",
        "explain sip:a --call-id b > expected only one match",
        "resolve sip:a          > --bond",
        "blacklist add          > DESTINATION",
        "dns show a b           > 'b'",
        "explain --call-id      > --call-id",
        "explain --call-id a b  > mutually exclusive",
        "calls                  > subcommand",
        "calls lost             > 'lost'",
        "bonds list --xml       > '--xml'",
      })
  void namesTheArgumentThatIsWrong(String line, String named) {
    assertThat(sipbond(line)).isEqualTo(64);
    assertThat(text(error))
        .contains(named)
        .containsPattern("; see sipbond [a-z ]+ --help\n$")
        .hasLineCount(1);
  }

  @Test
  void refusesALineBreakInAnArgument() throws Exception {
    try (ManagementSocket server = application(Outcome.OK)) {
      assertThat(run("explain", "--call-id", "a\nb")).isEqualTo(64);
    }
    assertThat(text(error)).contains("allowed: a single line");
  }

  @ParameterizedTest
  @ValueSource(strings = {"explain --help", "calls --help", "calls list -h"})
  void explainsItself(String line) {
    assertThat(sipbond(line)).isZero();
    assertThat(text(out)).startsWith("Usage: sipbond " + line.replaceAll(" -.*", ""));
    assertThat(text(error)).isEmpty();
  }

  private ManagementSocket application(Outcome outcome) throws Exception {
    MBeanServer mbeans = MBeanServerFactory.newMBeanServer();
    mbeans.registerMBean(
        ScriptedCommands.echoing(outcome), new ObjectName(CommandsMXBean.OBJECT_NAME));
    return server(new Operations(mbeans));
  }

  private ManagementSocket server(Function<Request, Reply> operations) throws IOException {
    return ManagementSocket.open(installation.managementSocket(), operations, LIMIT);
  }

  private int sipbond(String line) {
    return run(line.split(" +"));
  }

  private int run(String... words) {
    Console console = new Console(stream(out), stream(error));
    Command command =
        ServiceLoader.load(Command.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(found -> found.name().equals(words[0]))
            .findFirst()
            .orElseThrow();
    try {
      return command.run(installation, console, List.of(words).subList(1, words.length));
    } catch (IOException | InterruptedException unexpected) {
      throw new AssertionError(unexpected);
    }
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
