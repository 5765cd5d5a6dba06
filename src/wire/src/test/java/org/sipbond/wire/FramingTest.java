package org.sipbond.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FramingTest {
  private static final String INVITE =
      "INVITE sip:b@example.com SIP/2.0\r\nCSeq: 1 INVITE\r\nContent-Length: 4\r\n\r\nbody";
  private static final String RINGING = "SIP/2.0 180 Ringing\r\nl: 0\r\nCSeq: 1 INVITE\r\n\r\n";

  @Nested
  class OfStreams {
    private final StreamFraming framing = new StreamFraming();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 50, 1000})
    void cutsBySegmentsOfAnySize(int size) {
      byte[] stream = ("\r\n\r\n" + INVITE + RINGING + "\r\n\r\n" + INVITE).getBytes(UTF_8);
      List<String> summaries = new ArrayList<>();
      for (int at = 0; at < stream.length; at += size) {
        byte[] segment = Arrays.copyOfRange(stream, at, Math.min(at + size, stream.length));
        framing.add(segment).stream()
            .flatMap(FramingTest::messages)
            .forEach(text -> summaries.add(text.summary() + " " + text.body()));
      }
      assertThat(summaries).containsExactly("INVITE body", "180 Ringing ", "INVITE body");
      assertThat(framing.pending()).isZero();
    }

    @Test
    void countsLineEndsBetweenMessagesAsKeepAlive() {
      assertThat(framing.add("\r\n\r\n".getBytes(UTF_8))).containsExactly(new Frame.KeepAlive(4));
    }

    @Test
    void keepsWhatIsNotWholeYet() {
      assertThat(framing.add(INVITE.substring(0, 70).getBytes(UTF_8))).isEmpty();
      assertThat(framing.pending()).isEqualTo(70);
    }

    @ParameterizedTest
    @CsvSource({
      "'INVITE sip:b@example.com SIP/2.0|Via: x||',       no content-length in INVITE sip:b@example.com SIP/2.0",
      "'GET / HTTP/1.1|Host: example.com||',              start line \"GET / HTTP/1.1\" is not SIP",
      "'SIP/2.0 200 OK|Content-Length: -1||',             content-length is not one number of bytes",
      "'SIP/2.0 200 OK|l: 1|Content-Length: 2||',         content-length is not one number of bytes",
      "'SIP/2.0 200 OK|no colon here|l: 0||',             header line \"no colon here\" has no colon"
    })
    void stopsAtWhatIsNoMessage(String stream, String reason) {
      assertThat(framing.add(stream.replace("|", "\r\n").getBytes(UTF_8)))
          .containsExactly(new Frame.Malformed(reason));
      assertThat(framing.add(INVITE.getBytes(UTF_8))).isEmpty();
    }

    @Test
    void stopsWhereNoHeadEnds() {
      assertThat(framing.add(("X: " + "x".repeat(70_000)).getBytes(UTF_8)))
          .containsExactly(new Frame.Malformed("no empty line within 65536 bytes"));
    }
  }

  @Nested
  class OfDatagrams {
    @Test
    void takesTheRestAsBodyWithoutContentLength() {
      assertThat(read("SIP/2.0 200 OK\r\nCSeq: 1 BYE\r\n\r\nall of it"))
          .isInstanceOfSatisfying(
              Frame.Message.class,
              frame -> assertThat(frame.text().body()).isEqualTo(Body.of("all of it")));
    }

    @Test
    void dropsWhatIsBeyondContentLength() {
      assertThat(read(INVITE + "garbage"))
          .isInstanceOfSatisfying(
              Frame.Message.class,
              frame -> assertThat(frame.text().body()).isEqualTo(Body.of("body")));
    }

    @ParameterizedTest
    @CsvSource({
      "'SIP/2.0 200 OK|l: 9||short',  content-length 9 in a datagram with 5 bytes of body",
      "'SIP/2.0 200 OK|l: 0|',        no empty line ends the headers",
      "'hello||',                     start line \"hello\" is not SIP"
    })
    void tellsWhatIsNoMessage(String datagram, String reason) {
      assertThat(read(datagram.replace("|", "\r\n"))).isEqualTo(new Frame.Malformed(reason));
    }

    @Test
    void knowsKeepAlives() {
      assertThat(read("\r\n\r\n")).isEqualTo(new Frame.KeepAlive(4));
    }

    private Frame read(String datagram) {
      return DatagramFraming.read(datagram.getBytes(UTF_8));
    }
  }

  private static Stream<SipText> messages(Frame frame) {
    return frame.fold(
        message -> Stream.of(message.text()),
        keepAlive -> Stream.empty(),
        malformed -> {
          throw new AssertionError(malformed.reason());
        });
  }
}
