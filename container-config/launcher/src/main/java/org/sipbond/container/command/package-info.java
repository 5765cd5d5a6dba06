/**
 * What {@code bin/sipbond} does: one class for each command. Other modules add commands as services
 * of {@link org.sipbond.container.command.Command}.
 *
 * <p>May import: {@code org.sipbond.container}, {@code org.sipbond.core.config}, {@code
 * org.sipbond.hocon}, {@code org.sipbond.management.socket}, log4j, JDK. Threads: a command runs on
 * the main thread; the server is stopped by a shutdown hook.
 */
@NullMarked
package org.sipbond.container.command;

import org.jspecify.annotations.NullMarked;
