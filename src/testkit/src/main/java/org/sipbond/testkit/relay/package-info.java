/**
 * A bad network for UDP, between two programs on loopback: loss and reordering where the kernel has
 * no netem. May import the JDK. Free for any thread.
 */
@NullMarked
package org.sipbond.testkit.relay;

import org.jspecify.annotations.NullMarked;
