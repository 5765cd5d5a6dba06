package org.sipbond.wire.agent;

import org.sipbond.wire.WireMessage;

/** Takes what arrives, one message at a time for each socket. */
interface Inbox {
  /**
   * Called on the thread that reads the socket.
   *
   * @param back to where the message came from: the same connection, or the same remote port
   */
  void arrived(WireMessage message, Line back);
}
