package org.sipbond.management;

import java.beans.ConstructorProperties;

/** A listener as the console shows it. A bean, since MXBeans know no records before Java 21. */
public final class ListenerView {
  /** {@link #getState()} of a listener that takes and sends what is new. */
  public static final String IN_USE = "in use";

  /** {@link #getState()} of a listener at which only what has begun goes on. */
  public static final String DRAINED = "drained";

  private final String name;
  private final String socket;
  private final String advertised;
  private final String state;

  /**
   * @param name the name in the configuration
   * @param socket transport, address and port: {@code udp:192.0.2.1:5060}
   * @param advertised the address that peers see: {@code 198.51.100.7:5060}
   * @param state {@link #IN_USE} or {@link #DRAINED}
   */
  @ConstructorProperties({"name", "socket", "advertised", "state"})
  public ListenerView(String name, String socket, String advertised, String state) {
    this.name = name;
    this.socket = socket;
    this.advertised = advertised;
    this.state = state;
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

  /** Whether anything new begins at it: {@link #IN_USE} or {@link #DRAINED}. */
  public String getState() {
    return state;
  }
}
