/**
 * Draws messages as a ladder of text. May import {@code wire} and the JDK. Pure and free for any
 * thread.
 */
@NullMarked
package org.sipbond.wire.ladder;

import org.jspecify.annotations.NullMarked;
