/**
 * Which socket a SIP session sends from, and which address the kernel would send from. The only
 * caller of {@code setOutboundInterface}, and with {@link
 * org.sipbond.sip.outbound.VendorOutboundInterface} the only place that names a class of the
 * container. Imports {@code core.bond}, {@code core.net} and JSR 289. Free for any thread.
 */
@NullMarked
package org.sipbond.sip.outbound;

import org.jspecify.annotations.NullMarked;
