package org.sipbond.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipbond.core.net.HostPort;
import org.sipbond.core.net.Transport;

class SipTextTest {
  private static final String INVITE =
      """
      INVITE sip:bob@example.com SIP/2.0
      v: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bKa ,
       SIP / 2.0 / TLS [2001:db8::1]:5070;branch=z9hG4bKb;rport
      Via: SIP/2.0/TCP example.com:5080;branch=z9hG4bKc
      f: "A, \\"<quoted>\\"" <sip:alice@example.com;user=phone>;tag=from1
      To: sip:bob@example.com;tag=to1
      i: call-1@192.0.2.1
      CSeq: 7 INVITE
      m: <sip:alice@[2001:db8:0:0::9]:5071;transport=tcp>;expires=60
      Record-Route: <sip:192.0.2.1;lr>, <sips:example.com;lr>
      Subject: folded
      \tsubject

      """;

  private final SipText text = parse(INVITE);

  @Test
  void readsCompactJoinedAndFoldedHeaders() {
    assertThat(text.vias())
        .containsExactly(
            new Via(Transport.UDP, new HostPort("192.0.2.1", 5060), Map.of("branch", "z9hG4bKa")),
            new Via(
                Transport.TLS,
                new HostPort("2001:db8::1", 5070),
                Map.of("branch", "z9hG4bKb", "rport", "")),
            new Via(
                Transport.TCP, new HostPort("example.com", 5080), Map.of("branch", "z9hG4bKc")));
    assertThat(text.header("Subject")).contains("folded subject");
    assertThat(text.header("Call-ID")).contains("call-1@192.0.2.1");
  }

  @Test
  void readsWhatNamesTheDialog() {
    assertThat(text.callId()).contains("call-1@192.0.2.1");
    assertThat(text.fromTag()).contains("from1");
    assertThat(text.toTag()).contains("to1");
    assertThat(text.cseq()).contains(new CSeq(7, "INVITE"));
  }

  @Test
  void readsAddresses() {
    assertThat(text.addresses("Contact"))
        .containsExactly(
            new NameAddr(
                "sip:alice@[2001:db8:0:0::9]:5071;transport=tcp", Map.of("expires", "60")));
    assertThat(text.addresses("Contact").get(0).sipUri())
        .contains(
            new SipUri(
                "sip", "alice", new HostPort("2001:db8::9", 5071), Map.of("transport", "tcp")));
    assertThat(text.addresses("Record-Route"))
        .extracting(route -> route.sipUri().orElseThrow().hostPort())
        .containsExactly(new HostPort("192.0.2.1", 5060), new HostPort("example.com", 5061));
  }

  @ParameterizedTest
  @CsvSource({
    "SIP/2.0 180 Ringing, 3 INVITE, 180 Ringing",
    "SIP/2.0 200 OK,      3 BYE,    200 OK (BYE)",
    "SIP/2.0 200,         3 INVITE, 200",
    "BYE sip:b SIP/2.0,   3 BYE,    BYE"
  })
  void sumsUp(String startLine, String cseq, String summary) {
    SipText message = new SipText(startLine, List.of(new Header("CSeq", cseq)), Body.EMPTY);
    assertThat(message.summary()).isEqualTo(summary);
  }

  @Test
  void writesWhatItRead() {
    SipText again = parse(text.toString());
    assertThat(again).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "SIP/2.0 OK",
        "SIP/2.0/UDP",
        "INVITE sip:b@example.com HTTP/1.1",
        "SIP/2.0 700 Too high"
      })
  void startsOnlyWithAStartLine(String startLine) {
    assertThatThrownBy(() -> new SipText(startLine, List.of(), Body.EMPTY))
        .hasMessage(
            "start line \"%s\"; allowed: METHOD uri SIP/2.0 or SIP/2.0 status reason", startLine);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SIP/2.0/UDP",
        "SIP/2.0/SCTP 192.0.2.1",
        "SIP/2.0/UDP 192.0.2.1:0",
        "SIP/2.0/UDP 192.0.2.1:99999",
        "SIP/2.0/UDP 2001:db8::1"
      })
  void readsNoVia(String value) {
    assertThat(Via.parse(value)).isEqualTo(Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({
    "sip:192.0.2.1,                         udp, 192.0.2.1:5060",
    "sip:b;x=y@192.0.2.1:5070,             udp, 192.0.2.1:5070",
    "SIPS:example.com,                      tls, example.com:5061",
    "sip:example.com;transport=TLS?a=b,     tls, example.com:5061",
    "sip:[2001:db8::1];transport=tcp;lr,    tcp, [2001:db8::1]:5060"
  })
  void readsUris(String uri, String transport, String hostPort) {
    SipUri read = SipUri.parse(uri).orElseThrow();
    assertThat(read.transport()).hasToString(transport);
    assertThat(read.hostPort()).hasToString(hostPort);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tel:+1", "*", "sip:", "sip:a@", "sip:192.0.2.300"})
  void readsNoUri(String uri) {
    assertThat(SipUri.parse(uri)).isEmpty();
  }

  static SipText parse(String lines) {
    byte[] bytes = lines.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    Frame frame = DatagramFraming.read(bytes);
    return frame.fold(
        Frame.Message::text,
        keepAlive -> {
          throw new AssertionError(keepAlive);
        },
        malformed -> {
          throw new AssertionError(malformed.reason());
        });
  }
}
