/**
 * Bridged requests outside of INVITE dialogs. An {@link org.sipbond.sip.exchange.Exchange} is what
 * both legs' messages belong to; it is locked, since they come on different threads. Imports core,
 * JSR 289 and the application's leg, message and observe. See RFC 3261 §17.1.2, RFC 4320.
 */
@NullMarked
package org.sipbond.sip.exchange;

import org.jspecify.annotations.NullMarked;
