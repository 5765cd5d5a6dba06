/** Tests of the promise check: one message altered at a time. */
@NullMarked
package org.sipbond.wire.promise;

import org.jspecify.annotations.NullMarked;
