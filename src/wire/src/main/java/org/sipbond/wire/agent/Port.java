package org.sipbond.wire.agent;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;

/** An agent's own listening socket. */
interface Port extends Closeable {
  InetSocketAddress local();

  /** Starts to read; called once. */
  void listen(Inbox inbox);

  /** A way to that socket; over TCP the open connection to it, or a new one. */
  Line to(InetSocketAddress remote) throws IOException;
}
