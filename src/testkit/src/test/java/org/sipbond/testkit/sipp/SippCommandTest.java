package org.sipbond.testkit.sipp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sipbond.core.net.IpLiteral;
import org.sipbond.core.net.Transport;

class SippCommandTest {
  @Test
  void bracketsIpv6AsSippWantsIt() {
    Sipp plan =
        Sipp.caller(
                Scenario.UAC,
                Transport.TCP,
                socket("2001:db8::1", 5060),
                socket("2001:db8::2", 5070))
            .withUser("00123")
            .withCalls(20, 5)
            .withHold(Duration.ofSeconds(1));
    assertThat(String.join(" ", plan.command(Path.of("/tmp/uac.xml"))))
        .isEqualTo(
            "sipp [2001:db8::2]:5070 -sf uac.xml -s 00123 -i [2001:db8::1] -p 5060"
                + " -key contact [2001:db8::1]:5060 -t t1 -l 10000 -m 20 -r 5"
                + " -d 1000 -nostdin -timeout 30s -timeout_error -trace_stat -stf statistics.csv"
                + " -fd 1 -trace_err -error_file errors.log");
  }

  @Test
  void showsItselfElsewhereAndIsPatientWhereItIsTold() {
    Sipp plan =
        Sipp.callee(Scenario.UAS, Transport.UDP, socket("192.0.2.1", 5060))
            .withContact(socket("192.0.2.9", 5090))
            .withPatience();
    assertThat(String.join(" ", plan.command(Path.of("/tmp/uas.xml"))))
        .contains(" -p 5060 -key contact 192.0.2.9:5090 ")
        .contains(" -default_behaviors all,-bye,-abortunexp ");
  }

  @Test
  void speaksOnlyUdpAndTcp() {
    assertThatThrownBy(() -> Sipp.callee(Scenario.UAS, Transport.TLS, socket("192.0.2.1", 5061)))
        .hasMessage("sipp over tls; allowed: udp, tcp");
  }

  @Test
  void readsTheLatestWholeLineOfStatistics() {
    assertThat(Statistics.parse(List.of("A;B;", "1;0;", "7;2;", "9")).count("B")).isEqualTo(2);
    assertThat(Statistics.parse(List.of("A;B;")).count("A")).isZero();
    assertThat(Statistics.parse(List.of()).count("A")).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "UDP, 127.0.0.1, 5060, 1: 0100007F:13C4 00000000:0000 07 00000000:00000000, true",
    "UDP, 127.0.0.1, 5061, 1: 0100007F:13C4 00000000:0000 07 00000000:00000000, false",
    "TCP, 127.0.0.1, 5060, 1: 0100007F:13C4 00000000:0000 0A 00000000:00000000, true",
    "TCP, 127.0.0.1, 5060, 1: 0100007F:13C4 0100007F:A000 01 00000000:00000000, false",
    "UDP, ::1, 5060, 1: 00000000000000000000000001000000:13C4 0:0 07 0, true",
    "UDP, 127.0.0.1, 5060, sl  local_address rem_address   st tx_queue rx_queue, false"
  })
  void readsTheKernelsTables(
      Transport transport, String address, int port, String line, boolean listening) {
    assertThat(ListeningSockets.matches(line, transport, socket(address, port)))
        .isEqualTo(listening);
  }

  private static InetSocketAddress socket(String address, int port) {
    return new InetSocketAddress(IpLiteral.parse(address).orElseThrow(), port);
  }
}
