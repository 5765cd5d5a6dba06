package org.sipbond.arquillian;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.sipbond.core.bond.Listener;
import org.sipbond.wire.SipText;
import org.sipbond.wire.agent.UserAgent;

/** Asks a listener who is there. */
final class Options {
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private Options() {}

  /** The final answer to an OPTIONS over the listener's transport, from its address. */
  static SipText to(Listener listener) throws IOException {
    try (UserAgent agent = UserAgent.open("tester", listener.transport(), listener.address(), 0)) {
      return agent
          .request(
              "OPTIONS",
              "sip:anybody@example.com",
              new InetSocketAddress(listener.address(), listener.port()))
          .awaitFinal(LIMIT);
    }
  }
}
