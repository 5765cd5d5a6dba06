/**
 * Attempts in order: which destination a request is sent to next, by which member, and which
 * destinations failed lately (RFC 3263 §4.3). Imports the JDK, {@code org.sipbond.core.net} and
 * {@code org.sipbond.core.bond}. Values are immutable; {@code FailedDestinations} is the one thing
 * with a state, shared by all calls and fit for any thread.
 */
@NullMarked
package org.sipbond.core.attempt;

import org.jspecify.annotations.NullMarked;
