/**
 * Authoritative DNS servers on real sockets: one in this process that also misbehaves as told, and
 * NSD, which needs no dnsjava. May import {@code core.resolve}, dnsjava, {@code testkit.loopback}
 * and the JDK. Fit for any thread.
 */
@NullMarked
package org.sipbond.testkit.dns;

import org.jspecify.annotations.NullMarked;
