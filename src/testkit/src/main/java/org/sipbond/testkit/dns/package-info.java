/**
 * An authoritative DNS server in this process, on real sockets, that also misbehaves as told. May
 * import {@code core.resolve}, dnsjava, {@code testkit.loopback} and the JDK. Fit for any thread.
 */
@NullMarked
package org.sipbond.testkit.dns;

import org.jspecify.annotations.NullMarked;
