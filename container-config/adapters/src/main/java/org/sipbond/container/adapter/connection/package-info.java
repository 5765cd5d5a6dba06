// SPDX-License-Identifier: AGPL-3.0-only
/**
 * Connections over TCP and TLS, in place of the stack's own, which share one connection to a peer
 * among all listeners, whatever address it left from. Here each belongs to the listener that opened
 * or accepted it. {@code ConnectionProcessors} is named by {@code BondSipService}.
 *
 * <p>May import: JAIN SIP, {@code org.sipbond.core.tls} and {@code net}, JDK. RFC 3261 §18, RFC
 * 5922. Threads: each connection is read by one of its own; any thread may send, and waits while a
 * connection is made, for as long as {@link
 * org.sipbond.container.adapter.connection.ConnectionSettings} says.
 */
@NullMarked
package org.sipbond.container.adapter.connection;

import org.jspecify.annotations.NullMarked;
