package org.sipbond.testkit.capture;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sipbond.core.net.Transport;
import org.sipbond.wire.DatagramFraming;
import org.sipbond.wire.Frame;
import org.sipbond.wire.WireMessage;

/** Packets in, SIP messages out. What is neither SIP nor a keep-alive is kept as a sentence. */
final class SipTrace {
  private final Map<Path, TcpDirection> streams = new LinkedHashMap<>();
  private final List<WireMessage> messages = new ArrayList<>();
  private final List<String> unreadable = new ArrayList<>();

  private record Path(InetSocketAddress source, InetSocketAddress destination) {
    @Override
    public String toString() {
      return WireMessage.text(source) + " > " + WireMessage.text(destination);
    }
  }

  void add(Packet packet) {
    if (packet instanceof Packet.Segment segment) {
      segment(segment);
    } else {
      take(packet, Transport.UDP, DatagramFraming.read(packet.payload().bytes()));
    }
  }

  List<WireMessage> messages() {
    return List.copyOf(messages);
  }

  /** What could not be read, including streams that are not whole. */
  List<String> unreadable() {
    List<String> all = new ArrayList<>(unreadable);
    streams.forEach(
        (path, stream) -> {
          if (stream.unfinished() > 0) {
            all.add("tcp " + path + ": " + stream.unfinished() + " bytes are no whole message");
          }
        });
    return all;
  }

  private void segment(Packet.Segment segment) {
    Path path = new Path(segment.source(), segment.destination());
    TcpDirection stream = streams.get(path);
    if (stream == null || segment.syn()) {
      stream = new TcpDirection(segment);
      streams.put(path, stream);
    }
    stream.add(segment).forEach(frame -> take(segment, Transport.TCP, frame));
  }

  private void take(Packet packet, Transport transport, Frame frame) {
    if (frame instanceof Frame.Message message) {
      messages.add(
          new WireMessage(
              packet.when(), transport, packet.source(), packet.destination(), message.text()));
    } else if (frame instanceof Frame.Malformed malformed) {
      Path path = new Path(packet.source(), packet.destination());
      unreadable.add(transport + " " + path + ": " + malformed.reason());
    }
  }
}
