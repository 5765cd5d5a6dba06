/**
 * Starts, watches and stops the container and deploys applications in it, for {@code bin/sipbond},
 * for tests and for the demonstration.
 *
 * <p>May import: Tomcat, {@code org.sipbond.core}, {@code org.sipbond.hocon}, JDK. The SIP
 * container and the adapters are named only as strings in {@code server.xml}. Threads: a container
 * is started and stopped by one thread at a time, and one is running at most, because the container
 * keeps its stack in statics.
 */
@NullMarked
package org.sipbond.container;

import org.jspecify.annotations.NullMarked;
