/**
 * What a SIP message looked like on the wire: text, headers, addresses, and framing of byte
 * streams. Reads as tolerantly as a trace must, except for framing, where a wrong guess would lose
 * messages. May import {@code core.net} and the JDK. Values are immutable and free for any thread;
 * {@link org.sipbond.wire.StreamFraming} belongs to one stream and one thread at a time. See RFC
 * 3261 §7 and §18.3.
 */
@NullMarked
package org.sipbond.wire;

import org.jspecify.annotations.NullMarked;
