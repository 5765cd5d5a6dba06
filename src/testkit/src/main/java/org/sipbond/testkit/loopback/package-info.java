/**
 * Addresses and ports for sockets of tests. May import the JDK. Not for several threads, except
 * where a type says so.
 */
@NullMarked
package org.sipbond.testkit.loopback;

import org.jspecify.annotations.NullMarked;
