/** Tests of the user agent, on loopback. */
@NullMarked
package org.sipbond.wire.agent;

import org.jspecify.annotations.NullMarked;
