/**
 * One side of what is bridged: the attempts that make it, requests within its dialog, and what its
 * messages belong to. Imports core, JSR 289 and the application's message, outbound and observe.
 * Guarded by its {@link org.sipbond.sip.leg.Usage}, where nothing else is said. See RFC 3261 §12.
 */
@NullMarked
package org.sipbond.sip.leg;

import org.jspecify.annotations.NullMarked;
