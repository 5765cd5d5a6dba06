/** Tests of this part of the testkit. */
@NullMarked
package org.sipbond.testkit.program;

import org.jspecify.annotations.NullMarked;
