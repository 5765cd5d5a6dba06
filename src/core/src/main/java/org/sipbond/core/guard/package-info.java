/**
 * Whether a message that is about to be sent names the listener that sends it: Via, Contact,
 * Record-Route, Path (RFC 3261 §18.1.1, §8.1.1.8, §16.6; RFC 3327 §5). Imports {@code core.bond}
 * and {@code core.net}. Everything here but {@link org.sipbond.core.guard.SendersOfCalls} is
 * immutable; all of it is free for any thread.
 */
@NullMarked
package org.sipbond.core.guard;

import org.jspecify.annotations.NullMarked;
