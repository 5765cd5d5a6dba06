// SPDX-License-Identifier: AGPL-3.0-only
/**
 * What the container needs changed, as subclasses of its own classes. Each is named as a string in
 * {@code server.xml}; no other module may import the classes that they extend.
 *
 * <p>Where a request goes is said by the application, in a header that {@link BondRouter} takes off
 * again; {@link BondHop} is what it was, and stays the next hop of the client transaction: {@code
 * SIPClientTransaction.getNextHop()}. A CANCEL has none of its own, its INVITE has. Nothing here
 * asks DNS.
 *
 * <p>May import: the container, JAIN SIP, Tomcat, JDK. Threads: a connector starts and stops on the
 * thread that starts the server; everything else is called by the container from any thread.
 */
@NullMarked
package org.sipbond.container.adapter;

import org.jspecify.annotations.NullMarked;
