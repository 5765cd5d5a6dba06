package org.sipbond.sip.command;

import java.util.List;
import java.util.Map;
import org.sipbond.management.ApplicationMXBean;
import org.sipbond.management.BondView;
import org.sipbond.management.FixedApplication;
import org.sipbond.management.ListenerView;

/** What the commands under test show. */
final class Shown {
  static final ApplicationMXBean APPLICATION =
      new FixedApplication(
          ApplicationMXBean.RUNNING,
          List.of(
              new ListenerView(
                  "int-udp", "udp:192.0.2.1:5060", "192.0.2.1:5060", ListenerView.IN_USE),
              new ListenerView(
                  "ext-udp", "udp:192.0.2.2:5060", "198.51.100.7:5060", ListenerView.DRAINED)),
          List.of(
              new BondView(
                  "extern",
                  List.of("ext-udp", "ext-tcp"),
                  List.of("udp over ipv4", "tcp over ipv4"),
                  "reject")),
          Map.of(),
          List.of("first@example.com", "\"last\"@example.com"));

  private Shown() {}
}
