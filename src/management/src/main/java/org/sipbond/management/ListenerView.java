package org.sipbond.management;

import java.beans.ConstructorProperties;

/** A listener as the console shows it. A bean, since MXBeans know no records before Java 21. */
public final class ListenerView {
  private final String name;
  private final String socket;
  private final String advertised;

  /**
   * @param name the name in the configuration
   * @param socket transport, address and port: {@code udp:192.0.2.1:5060}
   * @param advertised the address that peers see: {@code 198.51.100.7:5060}
   */
  @ConstructorProperties({"name", "socket", "advertised"})
  public ListenerView(String name, String socket, String advertised) {
    this.name = name;
    this.socket = socket;
    this.advertised = advertised;
  }

  /** The name in the configuration. */
  public String getName() {
    return name;
  }

  /** Transport, address and port. */
  public String getSocket() {
    return socket;
  }

  /** The address that peers see; the own one where nothing else is advertised. */
  public String getAdvertised() {
    return advertised;
  }
}
