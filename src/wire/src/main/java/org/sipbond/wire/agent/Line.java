package org.sipbond.wire.agent;

import java.io.IOException;
import java.net.InetSocketAddress;
import org.sipbond.wire.SipText;

/** A way to one remote socket. */
interface Line {
  /** Sends and records; over TCP fails when the connection is gone. */
  void send(SipText text) throws IOException;

  InetSocketAddress remote();
}
