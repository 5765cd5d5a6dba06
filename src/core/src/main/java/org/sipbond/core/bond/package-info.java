/**
 * Which listening socket sends: listeners, bonds of them, and the selection of one member for one
 * destination (RFC 3263 §4 has named the destination before). Imports the JDK and {@code
 * org.sipbond.core.net}. Everything here is free for any thread, and immutable but for {@link
 * org.sipbond.core.bond.DrainedListeners}.
 */
@NullMarked
package org.sipbond.core.bond;

import org.jspecify.annotations.NullMarked;
