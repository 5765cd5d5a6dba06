package org.sipbond.core.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipbond.core.bond.Listener;
import org.sipbond.core.bond.Samples;
import org.sipbond.core.net.HostPort;
import org.sipbond.core.net.IpLiteral;
import org.sipbond.core.net.Transport;

class HeaderGuardTest {
  private static final Listener UDP =
      new Listener(
          "ext-udp",
          Transport.UDP,
          IpLiteral.parse("192.0.2.4").orElseThrow(),
          5060,
          HostPort.parse("198.51.100.7:5062").orElseThrow());
  private static final Listener PLAIN = Samples.listener("int-udp", "udp 192.0.2.3 5060");
  private static final Listener TCP = Samples.listener("int-tcp", "tcp 192.0.2.5 5060");
  private static final Listener TLS6 = Samples.listener("ext-tls6", "tls 2001:db8::1 5061");

  @ParameterizedTest(name = "{0} by {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Via: SIP/2.0/UDP 198.51.100.7:5062;branch=z9hG4bK1     | ext-udp  | ",
        "v: SIP / 2.0 / UDP 198.51.100.7 : 5062 ;branch=z       | ext-udp  | ",
        "Via: SIP/2.0/UDP 192.0.2.4:5060                        | ext-udp  | via is udp:192.0.2.4:5060; allowed: udp:198.51.100.7:5062",
        "Via: SIP/2.0/TCP 198.51.100.7:5062                     | ext-udp  | via is tcp:198.51.100.7:5062; allowed: udp:198.51.100.7:5062",
        "Via: SIP/2.0/UDP 192.0.2.3                             | int-udp  | ",
        "Via: SIP/2.0/TLS [2001:DB8:0::1]:5061                  | ext-tls6 | ",
        "Via: SIP/2.0/TLS [2001:db8::1]                         | ext-tls6 | ",
        "Via: SIP/2.0/TLS [2001:db8::2]:5061                    | ext-tls6 | via is tls:[2001:db8::2]:5061; allowed: tls:[2001:db8::1]:5061",
        "Via: nonsense                                          | int-udp  | via is nonsense; allowed: udp:192.0.2.3:5060",
        "Contact: <sip:a@198.51.100.7:5062>                     | ext-udp  | ",
        "m: \"a, <b>\" <sip:a@198.51.100.7:5062;transport=UDP>;x=\"1,2\" | ext-udp | ",
        "Contact: sip:192.0.2.5;transport=tcp                   | int-tcp  | contact is udp:192.0.2.5:5060; allowed: tcp:192.0.2.5:5060",
        "Contact: <sip:192.0.2.5;transport=tcp>                 | int-tcp  | ",
        "Contact: <sip:a@192.0.2.5>                             | int-tcp  | contact is udp:192.0.2.5:5060; allowed: tcp:192.0.2.5:5060",
        "Contact: <sips:a@[2001:db8::1]>                        | ext-tls6 | ",
        "Contact: <sips:a@[2001:db8::1];transport=tcp>          | ext-tls6 | ",
        "Contact: <sip:a@[2001:db8::1]:5061;transport=tls>      | ext-tls6 | ",
        "Contact: <tel:+1>                                      | int-udp  | contact is <tel:+1>; allowed: udp:192.0.2.3:5060",
        "Contact: <sip:192.0.2.3>, <sip:192.0.2.9>              | int-udp  | contact is udp:192.0.2.9:5060; allowed: udp:192.0.2.3:5060",
        "Record-Route: <sip:192.0.2.3;lr>, <sip:192.0.2.9;lr>   | int-udp  | ",
        "Record-Route: <sip:192.0.2.9;lr>, <sip:192.0.2.3;lr>   | int-udp  | record-route is udp:192.0.2.9:5060; allowed: udp:192.0.2.3:5060",
        "Path: <sip:192.0.2.9;lr>                               | int-udp  | path is udp:192.0.2.9:5060; allowed: udp:192.0.2.3:5060",
        "Route: <sip:192.0.2.9;lr>                              | int-udp  | ",
        "X-Contact: <sip:192.0.2.9>                             | int-udp  | ",
      })
  void comparesARequestWithItsListener(String header, String listener, String faults) {
    assertThat(faults("INVITE sip:a@example.com SIP/2.0", header, sender(listener)))
        .isEqualTo(faults == null ? "" : faults);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "SIP/2.0 180 Ringing | INVITE   | Contact: <sip:192.0.2.9>       | contact",
        "SIP/2.0 200 OK      | INVITE   | Contact: <sip:192.0.2.9>       | contact",
        "SIP/2.0 200 OK      | INVITE   | Via: SIP/2.0/UDP 192.0.2.9     | ",
        "SIP/2.0 200 OK      | INVITE   | Record-Route: <sip:192.0.2.9>  | ",
        "SIP/2.0 200 OK      | REGISTER | Contact: <sip:192.0.2.9>       | ",
        "SIP/2.0 302 Moved   | INVITE   | Contact: <sip:192.0.2.9>       | ",
        "SIP/2.0 485 X       | INVITE   | Contact: <sip:192.0.2.9>       | ",
        "REGISTER sip:a SIP/2.0 | REGISTER | Contact: <sip:192.0.2.9>    | ",
      })
  void leavesAloneWhatIsNotTheSendersOwn(
      String startLine, String method, String header, String counted) {
    assertThat(
            HeaderGuard.faults(message(startLine, header, "CSeq: 1 " + method), PLAIN).stream()
                .map(Fault::header))
        .isEqualTo(counted == null ? List.of() : List.of(counted));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\r\n\r\n", "\r\n", "HTTP/1.1 200 OK\r\n\r\n", "x"})
  void looksOnlyAtSip(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    assertThat(SentMessage.read(bytes, 0, bytes.length)).isEmpty();
  }

  @Test
  void neverLooksIntoABody() {
    byte[] bytes =
        "xxINFO sip:a SIP/2.0\r\nCall-ID: c\r\n\r\nContact: <sip:192.0.2.9>\r\n"
            .getBytes(StandardCharsets.UTF_8);
    SentMessage read = SentMessage.read(bytes, 2, bytes.length - 2).orElseThrow();
    assertThat(HeaderGuard.faults(read, PLAIN)).isEmpty();
    assertThat(read.callId()).isEqualTo("c");
  }

  @Test
  void holdsALegToItsFirstListener() {
    SendersOfCalls senders = new SendersOfCalls(1);
    SentMessage invite = message("INVITE sip:a SIP/2.0", "Call-ID: 1");
    SentMessage ack = message("ACK sip:a SIP/2.0", "i: 1");
    SentMessage answer = message("SIP/2.0 200 OK", "Call-ID: 1");
    assertThat(senders.fault(answer, TCP)).isEmpty();
    assertThat(senders.fault(invite, PLAIN)).isEmpty();
    assertThat(senders.fault(ack, PLAIN)).isEmpty();
    assertThat(senders.fault(answer, TCP)).isEmpty();
    assertThat(senders.fault(ack, TCP).map(Fault::toString))
        .contains("source is tcp:192.0.2.5:5060; allowed: udp:192.0.2.3:5060");
    assertThat(senders.fault(message("INVITE sip:a SIP/2.0", "Call-ID: 2"), TCP)).isEmpty();
    assertThat(senders.fault(ack, TCP)).as("no longer kept").isEmpty();
  }

  @Test
  void holdsALegThatMovesToWhereItHasMoved() {
    SendersOfCalls senders = new SendersOfCalls(1);
    SentMessage bye = message("BYE sip:a SIP/2.0", "Call-ID: 1");
    SentMessage answer = message("SIP/2.0 200 OK", "Call-ID: 1");
    assertThat(senders.fault(bye, PLAIN)).isEmpty();
    assertThat(senders.named(answer, PLAIN)).isEqualTo(PLAIN);
    senders.moved("1", TCP);
    assertThat(senders.fault(bye, TCP)).isEmpty();
    assertThat(senders.fault(bye, PLAIN)).isPresent();
    assertThat(senders.named(answer, PLAIN)).as("goes where it was asked").isEqualTo(TCP);
    assertThat(senders.named(bye, PLAIN)).isEqualTo(PLAIN);
  }

  private static String faults(String startLine, String header, Listener sender) {
    return HeaderGuard.faults(message(startLine, header, "CSeq: 1 INVITE"), sender).stream()
        .map(Fault::toString)
        .collect(Collectors.joining(" / "));
  }

  private static SentMessage message(String startLine, String... headers) {
    byte[] bytes =
        (startLine + "\r\n" + String.join("\r\n", headers) + "\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8);
    return SentMessage.read(bytes, 0, bytes.length).orElseThrow();
  }

  private static Listener sender(String name) {
    return Stream.of(UDP, PLAIN, TCP, TLS6)
        .filter(listener -> listener.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
