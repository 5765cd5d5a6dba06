/** Tests of this part of the testkit. */
@NullMarked
package org.sipbond.testkit.capture;

import org.jspecify.annotations.NullMarked;
