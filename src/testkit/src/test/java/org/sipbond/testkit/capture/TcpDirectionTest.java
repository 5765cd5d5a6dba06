package org.sipbond.testkit.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sipbond.wire.Body;
import org.sipbond.wire.WireMessage;

class TcpDirectionTest {
  private static final InetSocketAddress HERE =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 5060);
  private static final String TEXT = "SIP/2.0 200 OK\r\nl: 4\r\n\r\nbody";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "in order                | 0-10 10-20 20-28",
        "out of order            | 20-28 10-20 0-10",
        "repeated                | 0-10 0-10 10-20 0-10 20-28 20-28",
        "overlapping             | 0-10 5-25 8-28",
        "early and overlapping   | 12-28 15-20 0-14",
        "keep-alive probe        | 0-10 9-10 10-28 27-28",
      })
  void putsSegmentsBackInOrder(String situation, String segments) {
    for (int isn : List.of(0, 1000, -1, -10, Integer.MAX_VALUE - 5)) {
      SipTrace trace = new SipTrace();
      trace.add(segment(isn, true, ""));
      for (String range : segments.split(" ", -1)) {
        String[] ends = range.split("-", -1);
        int from = Integer.parseInt(ends[0]);
        trace.add(segment(isn + 1 + from, false, TEXT.substring(from, Integer.parseInt(ends[1]))));
      }
      assertThat(trace.messages())
          .as("%s from sequence number %d", situation, isn)
          .extracting(WireMessage::text)
          .extracting(text -> text.body().toString())
          .containsExactly("body");
      assertThat(trace.unreadable()).isEmpty();
    }
  }

  @Test
  void tellsOfAGap() {
    SipTrace trace = new SipTrace();
    trace.add(segment(7, true, ""));
    trace.add(segment(18, false, TEXT.substring(10)));
    assertThat(trace.messages()).isEmpty();
    assertThat(trace.unreadable())
        .containsExactly("tcp 127.0.0.1:5060 > 127.0.0.1:5060: 18 bytes are no whole message");
  }

  @Test
  void beginsAnewWithEachConnection() {
    SipTrace trace = new SipTrace();
    for (int isn : List.of(5, 90_000)) {
      trace.add(segment(isn, true, ""));
      trace.add(segment(isn + 1, false, TEXT));
    }
    assertThat(trace.messages()).hasSize(2);
  }

  private static Packet.Segment segment(int sequence, boolean syn, String payload) {
    return new Packet.Segment(Instant.EPOCH, HERE, HERE, sequence, syn, Body.of(payload));
  }
}
