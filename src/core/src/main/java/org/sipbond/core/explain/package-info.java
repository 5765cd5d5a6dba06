/**
 * Why a request goes where it goes: one value for a URI that is only asked about, for a request
 * that rules are tried with, and for a call that was made; as a tree for a person and as JSON for a
 * program. It names addresses of both sides, so it is never sent to a peer. Imports the JDK and, of
 * core, {@code net}, {@code bond}, {@code resolve}, {@code attempt}, {@code rule} and {@code json}.
 * Everything here is immutable and free for any thread.
 */
@NullMarked
package org.sipbond.core.explain;

import org.jspecify.annotations.NullMarked;
