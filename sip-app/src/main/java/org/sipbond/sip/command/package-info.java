/**
 * What the running application answers to commands, as text for a person or as JSON (RFC 8259).
 * Imports {@code org.sipbond.management}, {@code org.sipbond.core} and the JDK. Called by the
 * threads of the management interface, several at a time; nothing here is on the way of a call.
 */
@NullMarked
package org.sipbond.sip.command;

import org.jspecify.annotations.NullMarked;
