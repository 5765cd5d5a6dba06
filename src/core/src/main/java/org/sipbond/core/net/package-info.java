/**
 * Wire values: transports, address families, host and port, destinations. Imports only the JDK.
 * Everything here is immutable and free for any thread.
 */
@NullMarked
package org.sipbond.core.net;

import org.jspecify.annotations.NullMarked;
