/**
 * What the network saw: a running tshark, its packets, and the SIP messages in them. Reading is
 * pure; only {@link org.sipbond.testkit.capture.TsharkCapture} touches a process and a socket, and
 * it alone is safe for several threads. May import {@code wire}, {@code core.net} and the JDK.
 */
@NullMarked
package org.sipbond.testkit.capture;

import org.jspecify.annotations.NullMarked;
