// SPDX-License-Identifier: AGPL-3.0-only
package org.sipbond.container.adapter.connection;

import java.io.IOException;
import java.net.Socket;

/** What lies between a connection and its messages. */
interface Layer {

  /**
   * What messages are written to on a connection of our own.
   *
   * @param domain what the peer has to prove
   * @throws IOException when it cannot be had; the socket is then of no more use
   */
  Socket opened(Socket socket, String domain) throws IOException;

  /** What messages are read from on a connection of the peer. */
  Socket accepted(Socket socket) throws IOException;

  /** Whether the peer behind this socket, which this layer gave, is one of the domain. */
  boolean proves(Socket socket, String domain);

  /** TCP: nothing in between, and nobody proves anything. */
  Layer NONE =
      new Layer() {
        @Override
        public Socket opened(Socket socket, String domain) {
          return socket;
        }

        @Override
        public Socket accepted(Socket socket) {
          return socket;
        }

        @Override
        public boolean proves(Socket socket, String domain) {
          return true;
        }
      };
}
