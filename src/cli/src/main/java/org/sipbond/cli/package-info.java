/**
 * The commands that ask the running application: they read their arguments, send one request to the
 * server's management socket, and show its reply. They know nothing of what they ask.
 *
 * <p>Imports {@code org.sipbond.management}, {@code org.sipbond.container.command}, picocli and the
 * JDK. Threads: a command runs on the main thread.
 */
@NullMarked
package org.sipbond.cli;

import org.jspecify.annotations.NullMarked;
