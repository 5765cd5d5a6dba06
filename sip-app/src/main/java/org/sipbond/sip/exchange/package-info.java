/**
 * Bridged requests outside of INVITE dialogs. The messages of both legs belong to an {@code Owner},
 * which is locked by its {@code Exchange}, since they come on different threads. Imports core, JSR
 * 289 and the application's leg, message and observe. See RFC 3261 §17.1.2, RFC 4320, RFC 6665.
 */
@NullMarked
package org.sipbond.sip.exchange;

import org.jspecify.annotations.NullMarked;
