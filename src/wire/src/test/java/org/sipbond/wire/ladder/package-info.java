/** Tests of the ladder against golden text. */
@NullMarked
package org.sipbond.wire.ladder;

import org.jspecify.annotations.NullMarked;
