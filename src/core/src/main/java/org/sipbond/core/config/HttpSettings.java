package org.sipbond.core.config;

import java.net.InetAddress;
import org.sipbond.core.net.HostPort;
import org.sipbond.core.net.IpLiteral;

/**
 * Where the console listens.
 *
 * @param address one address, or the wildcard; 127.0.0.1 unless configured
 * @param port 8080 unless configured
 */
public record HttpSettings(InetAddress address, int port) {
  static final InetAddress DEFAULT_ADDRESS = IpLiteral.parse("127.0.0.1").orElseThrow();
  static final int DEFAULT_PORT = 8080;

  public HttpSettings {
    HostPort.checkPort(port);
  }

  /** {@code 127.0.0.1:8080}. */
  @Override
  public String toString() {
    return HostPort.text(address, port);
  }
}
