/**
 * Network namespaces for tests that need routes and interfaces of their own. Imports the JDK; needs
 * Linux, root, and the programs {@code unshare}, {@code nsenter} and {@code ip}. For one thread.
 */
@NullMarked
package org.sipbond.testkit.network;

import org.jspecify.annotations.NullMarked;
