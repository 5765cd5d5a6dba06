/** Tests of this part of the testkit. */
@NullMarked
package org.sipbond.testkit.loopback;

import org.jspecify.annotations.NullMarked;
