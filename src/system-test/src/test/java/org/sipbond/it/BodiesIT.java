package org.sipbond.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sipbond.container.ContainerException;
import org.sipbond.wire.Body;
import org.sipbond.wire.SipText;
import org.sipbond.wire.WireMessage;

/**
 * Bodies go from leg to leg byte for byte, whatever they are, with the headers that describe them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BodiesIT {
  private static final byte[] NONE = new byte[0];
  private static final int LARGE = 64 * 1024;

  /** The part is no text in any character set; its boundary has a double quote around it. */
  private static final String DESCRIBED =
      """
      Content-Type: multipart/mixed;boundary="b-1"
      Content-Encoding: gzip
      Content-Language: de, en
      Content-Disposition: session;handling=optional
      MIME-Version: 1.0
      """;

  private final Grid grid = new Grid();
  private final Server server;
  private int calls;

  BodiesIT(@TempDir Path base) throws IOException, ContainerException {
    server = Server.start(base, grid.document());
  }

  static Stream<Named<byte[]>> bodies() {
    byte[] everyByte = new byte[256];
    for (int i = 0; i < everyByte.length; i++) {
      everyByte[i] = (byte) i;
    }
    byte[] random = new byte[LARGE - 200];
    new Random(1).nextBytes(random);
    return Stream.of(
        Named.of("every byte", multipart(everyByte)),
        Named.of("64 KiB", multipart(random)),
        Named.of("line ends only", "\r\n\r\n\n\r".getBytes(StandardCharsets.US_ASCII)));
  }

  private static byte[] multipart(byte[] part) {
    byte[] head =
        "--b-1\r\nContent-Type: application/octet-stream\r\n\r\n".getBytes(StandardCharsets.UTF_8);
    byte[] tail = "\r\n--b-1--\r\n".getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(head.length + part.length + tail.length)
        .put(head)
        .put(part)
        .put(tail)
        .array();
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void passInBothDirectionsInRequestsAndResponses(byte[] body) throws IOException {
    calls++;
    InetSocketAddress ingress = server.socket("int-tcp4");
    try (RawStream callee = RawStream.listen(grid.callee(Medium.TCP4));
        RawStream caller = RawStream.connect(grid.free(Medium.TCP4, 11), ingress)) {
      caller.send(request(caller, "INVITE", 1, "", DESCRIBED), body);
      SipText invite = callee.await("INVITE");
      assertSame(invite, body);
      callee.respond(invite, "200 OK", contact(callee) + DESCRIBED, body);
      SipText ok = caller.await("200 OK");
      assertSame(ok, body);
      String tag = ";tag=" + ok.toTag().orElseThrow();
      caller.send(request(caller, "ACK", 1, tag, ""), NONE);
      callee.await("ACK");

      callee.send(fromCallee(callee, invite, "INFO", 1, DESCRIBED), body);
      SipText info = caller.await("INFO");
      assertSame(info, body);
      caller.respond(info, "200 OK", DESCRIBED, body);
      assertSame(callee.await("200 OK (INFO)"), body);

      caller.send(request(caller, "BYE", 2, tag, ""), NONE);
      callee.respond(callee.await("BYE"), "200 OK", "", NONE);
      caller.await("200 OK (BYE)");
    }
  }

  @AfterAll
  void leavesNoSession() throws ContainerException {
    server.closeWhenIdle();
  }

  private static void assertSame(SipText message, byte[] body) {
    assertThat(message.body()).isEqualTo(Body.of(body));
    assertThat(message.header("Content-Type").orElseThrow().replace(" ", ""))
        .isEqualTo("multipart/mixed;boundary=\"b-1\"");
    assertThat(message.values("Content-Encoding")).containsExactly("gzip");
    assertThat(message.values("Content-Language")).isEqualTo(List.of("de", "en"));
    assertThat(message.header("Content-Disposition").orElseThrow().replace(" ", ""))
        .isEqualTo("session;handling=optional");
    assertThat(message.header("MIME-Version")).contains("1.0");
  }

  private String request(RawStream caller, String method, int number, String toTag, String more) {
    return """
    %1$s sip:tcp4-anybody@example.com SIP/2.0
    Via: SIP/2.0/TCP %2$s;branch=z9hG4bK-body-%3$d-%1$s-%4$d
    Max-Forwards: 70
    From: <sip:alice@example.com>;tag=body-%3$d
    To: <sip:tcp4-anybody@example.com>%5$s
    Call-ID: body-%3$d
    CSeq: %4$d %1$s
    %6$s%7$s
    """
        .formatted(
            method,
            WireMessage.text(caller.address()),
            calls,
            number,
            toTag,
            contact(caller),
            more.strip());
  }

  private static String contact(RawStream peer) {
    return "Contact: <sip:phone@" + WireMessage.text(peer.address()) + ";transport=tcp>\n";
  }

  private String fromCallee(
      RawStream callee, SipText invite, String method, int number, String more) {
    return """
    %1$s %2$s SIP/2.0
    Via: SIP/2.0/TCP %3$s;branch=z9hG4bK-callee-%4$d-%1$s
    Max-Forwards: 70
    From: %5$s;tag=stream
    To: %6$s
    Call-ID: %7$s
    CSeq: %8$d %1$s
    %9$s
    """
        .formatted(
            method,
            invite.addresses("Contact").get(0).uri(),
            WireMessage.text(callee.address()),
            calls,
            invite.header("To").orElseThrow(),
            invite.header("From").orElseThrow(),
            invite.callId().orElseThrow(),
            number,
            more.strip());
  }
}
