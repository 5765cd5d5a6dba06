/**
 * Checks on captured messages that sipbond kept its first two promises: every message of a call
 * left from a member of the expected bond and names that member, nothing of one side stands in the
 * messages of the other, and a side that must stay silent did. May import {@code wire}, {@code
 * core.bond}, {@code core.net} and the JDK. Pure and free for any thread.
 */
@NullMarked
package org.sipbond.wire.promise;

import org.jspecify.annotations.NullMarked;
