/** Time that stands still until it is told to go on. May import the JDK. Fit for any thread. */
@NullMarked
package org.sipbond.testkit.time;

import org.jspecify.annotations.NullMarked;
