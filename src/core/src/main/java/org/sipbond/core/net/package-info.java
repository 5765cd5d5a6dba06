/**
 * Wire values: transports, address families, host and port, SIP URIs (RFC 3261 §19.1),
 * destinations. Imports only the JDK. Everything here is immutable and free for any thread.
 */
@NullMarked
package org.sipbond.core.net;

import org.jspecify.annotations.NullMarked;
