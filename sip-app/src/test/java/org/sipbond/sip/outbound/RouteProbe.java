package org.sipbond.sip.outbound;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.sipbond.core.bond.Bond;
import org.sipbond.core.bond.FamilyOrder;
import org.sipbond.core.bond.Listener;
import org.sipbond.core.bond.ListenerKey;
import org.sipbond.core.bond.Member;
import org.sipbond.core.bond.OnNoMatch;
import org.sipbond.core.bond.Selection;
import org.sipbond.core.bond.Usability;
import org.sipbond.core.net.Destination;
import org.sipbond.core.net.IpLiteral;
import org.sipbond.core.net.Transport;
import org.sipbond.testkit.time.SteppedClock;

/**
 * A program for a network namespace: lets a bond with auto-route select. Its arguments are the
 * members, {@code udp 192.0.2.1 5060} each in one; a line of its input is a destination of that
 * form, answered with the selection, or {@code step} and a time for its clock, answered with it.
 */
final class RouteProbe {
  private final SteppedClock clock = new SteppedClock();
  private final KernelRoutes routes = KernelRoutes.ofThisMachine(clock);
  private final Bond bond;

  private RouteProbe(Bond bond) {
    this.bond = bond;
  }

  public static void main(String[] members) throws IOException {
    List<Member> listeners = new ArrayList<>();
    for (String member : members) {
      ListenerKey socket = socket(member);
      listeners.add(
          Member.of(
              Listener.of(
                  "m" + (listeners.size() + 1),
                  socket.transport(),
                  socket.address(),
                  socket.port())));
    }
    Bond bond =
        new Bond("extern", listeners, new OnNoMatch.Reject(), FamilyOrder.MEMBERS, true, false);
    RouteProbe probe = new RouteProbe(bond);
    BufferedReader input =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = input.readLine(); line != null; line = input.readLine()) {
      System.out.println(probe.answer(line));
    }
  }

  private String answer(String line) {
    if (line.startsWith("step ")) {
      clock.step(Duration.parse(line.substring("step ".length())));
      return line;
    }
    ListenerKey socket = socket(line);
    return bond.select(
            Destination.of(socket.transport(), socket.address(), socket.port()),
            Usability.ALL,
            routes,
            "call")
        .fold(Selection.Chosen::toString, Selection.NoMember::explanation);
  }

  private static ListenerKey socket(String text) {
    List<String> parts = List.of(text.split(" "));
    return new ListenerKey(
        Transport.named(parts.get(0)).orElseThrow(),
        IpLiteral.parse(parts.get(1)).orElseThrow(),
        Integer.parseInt(parts.get(2)));
  }
}
