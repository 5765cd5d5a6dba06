/**
 * Where a URI leads: RFC 3263 §4. Imports the JDK and {@code org.sipbond.core.net}. Everything here
 * is immutable and free for any thread.
 */
@NullMarked
package org.sipbond.core.resolve;

import org.jspecify.annotations.NullMarked;
