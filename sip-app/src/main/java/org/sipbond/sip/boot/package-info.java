/**
 * Wires everything once, at context start, and unties it at its end. The only package that may
 * import {@code hocon}, {@code dns} and {@code persistence}. Called by the container's deployment
 * threads.
 */
@NullMarked
package org.sipbond.sip.boot;

import org.jspecify.annotations.NullMarked;
