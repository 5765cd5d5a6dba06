package org.sipbond.core.bond;

import java.net.InetAddress;
import org.sipbond.core.net.HostPort;
import org.sipbond.core.net.Transport;

/**
 * What tells one listening socket from another, however its address was spelled.
 *
 * @param port 1 to 65535
 */
public record ListenerKey(Transport transport, InetAddress address, int port) {

  public ListenerKey {
    HostPort.checkPort(port);
  }

  /** The notation of the configuration file: {@code tls:[2001:db8::1]:5061}. */
  @Override
  public String toString() {
    return transport + ":" + HostPort.text(address, port);
  }
}
