/** Tests of this part of the testkit. */
@NullMarked
package org.sipbond.testkit.sipp;

import org.jspecify.annotations.NullMarked;
