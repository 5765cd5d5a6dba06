package org.sipbond.testkit.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sipbond.core.net.IpLiteral;
import org.sipbond.wire.Body;

class DecoderTest {
  private static final String ETHERNET = "000000000000000000000000";
  private static final String UDP_FRAME =
      ETHERNET
          + "0800"
          + "450000210000400040110000c0000201c0000202"
          + "13c413c6000d0000"
          + "70726f6265";

  @Test
  void readsADatagram() {
    assertThat(Decoder.decode(captured(UDP_FRAME, 47)))
        .contains(
            new Packet.Datagram(
                Instant.EPOCH,
                socket("192.0.2.1", 5060),
                socket("192.0.2.2", 5062),
                Body.of("probe")));
  }

  @ParameterizedTest
  @CsvSource({
    "arp,            0806, 00010800",
    "icmp over ipv4, 0800, 4500001400004000400100007f0000017f000001"
  })
  void passesOverOtherProtocols(String protocol, String type, String payload) {
    String frame = ETHERNET + type + payload;
    assertThat(Decoder.decode(captured(frame, frame.length() / 2))).as(protocol).isEmpty();
  }

  @Test
  void failsOnWhatItWouldLose() {
    assertThatThrownBy(() -> Decoder.decode(captured(UDP_FRAME, 2000)))
        .hasMessage("frame of 2000 bytes was captured with 47");
    String fragment = UDP_FRAME.replace("00004000", "00002000");
    assertThatThrownBy(() -> Decoder.decode(captured(fragment, 47)))
        .hasMessage("ipv4 fragment captured; allowed: whole packets");
  }

  @Test
  void failsOnOtherFormatsAndLinks() {
    assertThatThrownBy(() -> open(new byte[24]))
        .hasMessage("no pcap header; allowed: classic pcap, as of tshark -F pcap");
    byte[] cooked = ByteBuffer.allocate(24).putInt(0xa1b2c3d4).putInt(20, 113).array();
    assertThatThrownBy(() -> open(cooked)).hasMessage("link type is 113; allowed: 1, ethernet");
  }

  private static void open(byte[] header) throws IOException {
    PcapStream.open(new ByteArrayInputStream(header));
  }

  private static PcapStream.Captured captured(String hex, int originalLength) {
    return new PcapStream.Captured(
        Instant.EPOCH, Body.of(HexFormat.of().parseHex(hex)), originalLength);
  }

  private static InetSocketAddress socket(String address, int port) {
    return new InetSocketAddress(IpLiteral.parse(address).orElseThrow(), port);
  }
}
