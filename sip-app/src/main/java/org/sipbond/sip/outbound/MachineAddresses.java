package org.sipbond.sip.outbound;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;

/**
 * The interfaces that were up when the machine was looked at, in its order; none where it would not
 * say, as when an interface goes while it is looked at.
 */
record MachineAddresses(List<Interface> interfaces) {
  private static final MachineAddresses UNKNOWN = new MachineAddresses(List.of());

  /**
   * An interface.
   *
   * @param index another one when it was removed and came again
   */
  record Interface(String name, int index, List<InetAddress> addresses) {
    Interface {
      addresses = List.copyOf(addresses);
    }
  }

  MachineAddresses {
    interfaces = List.copyOf(interfaces);
  }

  static MachineAddresses now() {
    try {
      List<Interface> up = new ArrayList<>();
      for (NetworkInterface each : NetworkInterface.networkInterfaces().toList()) {
        if (each.isUp()) {
          up.add(new Interface(each.getName(), each.getIndex(), each.inetAddresses().toList()));
        }
      }
      return new MachineAddresses(up);
    } catch (SocketException goneMeanwhile) {
      return UNKNOWN;
    }
  }

  /** Whether nothing has changed since {@code earlier}; not where one of the two is not known. */
  boolean isStill(MachineAddresses earlier) {
    return !interfaces.isEmpty() && equals(earlier);
  }
}
