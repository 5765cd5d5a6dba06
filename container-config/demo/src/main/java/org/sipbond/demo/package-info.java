/**
 * A whole installation in one command: two networks on loopback, callers and callees on sockets of
 * their own, and real calls across. Imports {@code org.sipbond.container}, {@code wire}, {@code
 * management} and core. For one thread.
 */
@NullMarked
package org.sipbond.demo;

import org.jspecify.annotations.NullMarked;
