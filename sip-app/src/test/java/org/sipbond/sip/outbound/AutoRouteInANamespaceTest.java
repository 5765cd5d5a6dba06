package org.sipbond.sip.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sipbond.testkit.network.NetworkNamespace;
import org.sipbond.testkit.program.RequiresProgram;

/** The real kernel, with interfaces and routes of the test's own. */
@RequiresProgram({"unshare", "nsenter", "ip", "sh"})
class AutoRouteInANamespaceTest {
  private NetworkNamespace namespace;
  private Process probe;
  private PrintWriter questions;
  private BufferedReader answers;

  @BeforeEach
  void makeTwoNetworks() {
    assumeTrue(NetworkNamespace.available(), "this user may not make network namespaces");
    namespace = NetworkNamespace.open();
    for (String name : new String[] {"lan-a", "lan-b"}) {
      namespace.ip("link add name " + name + " type veth peer name " + name + "-peer");
      namespace.ip("link set " + name + " up");
      namespace.ip("link set " + name + "-peer up");
    }
    namespace.ip("addr add 192.0.2.4/26 dev lan-a");
    namespace.ip("addr add 192.0.2.5/26 dev lan-a");
    namespace.ip("addr add 192.0.2.68/26 dev lan-b");
    namespace.ip("-6 addr add 2001:db8:a::4/64 dev lan-a nodad");
    namespace.ip("-6 addr add 2001:db8:b::4/64 dev lan-b nodad");
    probe =
        namespace.start(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            RouteProbe.class.getName(),
            "udp 192.0.2.4 5060",
            "udp 192.0.2.68 5060",
            "tcp 192.0.2.68 5060",
            "udp 2001:db8:a::4 5060",
            "udp 2001:db8:b::4 5060");
    questions = new PrintWriter(probe.outputWriter(StandardCharsets.UTF_8), true);
    answers = probe.inputReader(StandardCharsets.UTF_8);
  }

  @AfterEach
  void leaveNothing() {
    if (namespace != null) {
      namespace.close();
    }
  }

  @ParameterizedTest(name = "{0} by {1}")
  @CsvSource({
    "udp 192.0.2.9 5060,     m1 udp:192.0.2.4:5060",
    "udp 192.0.2.70 5060,    m2 udp:192.0.2.68:5060",
    "tcp 192.0.2.70 5060,    m3 tcp:192.0.2.68:5060",
    "udp 2001:db8:a::9 5060, m4 udp:[2001:db8:a::4]:5060",
    "udp 2001:db8:b::9 5060, m5 udp:[2001:db8:b::4]:5060",
  })
  void takesTheMemberOfTheSubnetOfTheDestination(String destination, String member)
      throws IOException {
    assertThat(ask(destination)).endsWith(" by " + member + " of bond extern");
  }

  @Test
  void takesTheMemberThatTheRouteNamesWhateverItsInterface() throws IOException {
    namespace.ip("route add 192.0.2.128/26 dev lan-b src 192.0.2.4");
    assertThat(ask("udp 192.0.2.129 5060"))
        .isEqualTo("udp:192.0.2.129:5060 by m1 udp:192.0.2.4:5060 of bond extern");
  }

  @Test
  void refusesWhereTheKernelWouldSendFromAnAddressThatIsNoMember() throws IOException {
    namespace.ip("route add 192.0.2.128/26 dev lan-a src 192.0.2.5");
    assertThat(ask("udp 192.0.2.129 5060"))
        .startsWith(
            "no member of bond extern for udp over ipv4 by auto-route;"
                + " the kernel would send from 192.0.2.5; members: udp:192.0.2.4:5060, ");
    assertThat(ask("tcp 192.0.2.9 5060"))
        .as("a member of another transport has the address")
        .startsWith(
            "no member of bond extern for tcp over ipv4 by auto-route;"
                + " the kernel would send from 192.0.2.4; members: ");
  }

  @ParameterizedTest(name = "{0} {1}: {3}")
  @CsvSource({
    "'',          192.0.2.192/26,   192.0.2.193,     Network is unreachable",
    "unreachable, 192.0.2.192/26,   192.0.2.193,     No route to host",
    "prohibit,    192.0.2.192/26,   192.0.2.193,     Permission denied",
    "'',          2001:db8:c::/64,  2001:db8:c::9,   Network is unreachable",
    "unreachable, 2001:db8:c::/64,  2001:db8:c::9,   No route to host",
  })
  void refusesInTheWordsOfTheKernelWhereThereIsNoRoute(
      String type, String network, String destination, String words) throws IOException {
    if (!type.isEmpty()) {
      namespace.ip((network.contains(":") ? "-6 " : "") + "route add " + type + " " + network);
    }
    assertThat(ask("udp " + destination + " 5060"))
        .contains(" by auto-route; the kernel has no route: " + words);
  }

  @Test
  void refusesALinkLocalDestinationBecauseASipUriCannotNameItsZone() throws IOException {
    assertThat(ask("udp fe80::9 5060"))
        .startsWith("no member of bond extern for udp over ipv6 by auto-route; the kernel ");
  }

  @Test
  void forgetsARouteWhenItsInterfaceGoes() throws IOException {
    assertThat(ask("udp 192.0.2.9 5060")).contains(" by m1 ");
    namespace.ip("link del lan-a");
    ask("step PT1S");
    assertThat(ask("udp 192.0.2.9 5060"))
        .contains(" by auto-route; the kernel has no route: Network is unreachable");
  }

  @Test
  void seesAnAddressThatMovedToAnotherInterface() throws IOException {
    assertThat(ask("udp 192.0.2.9 5060")).contains(" by m1 ");
    namespace.ip("addr del 192.0.2.4/26 dev lan-a");
    namespace.ip("addr replace 192.0.2.5/26 dev lan-a");
    ask("step PT1S");
    assertThat(ask("udp 192.0.2.9 5060"))
        .contains(" by auto-route; the kernel would send from 192.0.2.5;");
    namespace.ip("addr del 192.0.2.5/26 dev lan-a");
    namespace.ip("addr add 192.0.2.4/26 dev lan-b");
    ask("step PT1S");
    assertThat(ask("udp 192.0.2.9 5060")).contains(" by m1 ");
  }

  @Test
  void seesAnInterfaceThatIsDown() throws IOException {
    assertThat(ask("udp 192.0.2.70 5060")).contains(" by m2 ");
    namespace.ip("link set lan-b down");
    ask("step PT1S");
    assertThat(ask("udp 192.0.2.70 5060")).contains("the kernel has no route: ");
  }

  private String ask(String question) throws IOException {
    questions.println(question);
    String answer = answers.readLine();
    assertThat(answer).as("answer to " + question).isNotNull();
    return answer;
  }
}
