package org.sipbond.testkit.sipp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.sipbond.core.net.AddressFamily;
import org.sipbond.core.net.Transport;

/**
 * The bound sockets of this machine, as Linux lists them in /proc/net. Asked instead of trying to
 * bind, which would take the port away from the program that is waited for.
 */
final class ListeningSockets {
  private static final String LISTEN = "0A";

  private ListeningSockets() {}

  static boolean has(Transport transport, InetSocketAddress socket) throws IOException {
    boolean ipv6 = AddressFamily.of(socket.getAddress()) == AddressFamily.IPV6;
    String table = (transport == Transport.UDP ? "udp" : "tcp") + (ipv6 ? "6" : "");
    List<String> lines = Files.readAllLines(Path.of("/proc/net", table));
    return lines.stream().anyMatch(line -> matches(line, transport, socket));
  }

  /** {@code 1: 0100007F:13C4 00000000:0000 07 ...}. */
  static boolean matches(String line, Transport transport, InetSocketAddress socket) {
    String[] fields = line.strip().split("\\s+", -1);
    return fields.length > 3
        && fields[1].equals(hex(socket.getAddress()) + ":" + "%04X".formatted(socket.getPort()))
        && (transport == Transport.UDP || fields[3].equals(LISTEN));
  }

  /** Words of 32 bits in the byte order of this machine, which is little endian. */
  private static String hex(InetAddress address) {
    byte[] bytes = address.getAddress();
    StringBuilder text = new StringBuilder();
    for (int word = 0; word < bytes.length; word += 4) {
      for (int i = word + 3; i >= word; i--) {
        text.append(String.format(Locale.ROOT, "%02X", bytes[i]));
      }
    }
    return text.toString();
  }
}
