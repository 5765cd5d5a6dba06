/** Tests of reading and framing. */
@NullMarked
package org.sipbond.wire;

import org.jspecify.annotations.NullMarked;
