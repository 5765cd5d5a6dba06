/**
 * Where a URI leads: RFC 3263 §4, as a procedure that says which questions to ask of DNS and takes
 * the answers; it asks nobody itself and needs no thread. Imports the JDK, {@code
 * org.sipbond.core.net}, and {@code Capability} of {@code org.sipbond.core.bond}. Everything public
 * here is immutable and free for any thread.
 */
@NullMarked
package org.sipbond.core.resolve;

import org.jspecify.annotations.NullMarked;
