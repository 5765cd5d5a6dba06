/**
 * Bridged INVITE dialogs. A {@link org.sipbond.sip.call.BridgedCall} is what both legs' messages
 * belong to; it is the only thing here that is locked, since the legs of a call arrive on different
 * threads. See RFC 3261 §13 to §15.
 */
@NullMarked
package org.sipbond.sip.call;

import org.jspecify.annotations.NullMarked;
