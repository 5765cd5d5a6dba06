/**
 * The Unix-domain socket by which a command reaches the server of the same machine: both ends of
 * it. One connection carries one request and one reply; {@code src/docs/commands.md} has the
 * format. What may connect, the file system says: the socket is its owner's.
 *
 * <p>Imports {@code org.sipbond.management} and the JDK. Threads: a few of the server's, each for
 * one connection at a time; a client waits on the thread that asks, for a limited time.
 */
@NullMarked
package org.sipbond.management.socket;

import org.jspecify.annotations.NullMarked;
