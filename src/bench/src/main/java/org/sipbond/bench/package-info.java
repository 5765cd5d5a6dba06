/**
 * Loads the distribution with SIPp and compares it with peers in the same run. Prints figures,
 * asserts none. Imports the testkit. For one thread.
 */
@NullMarked
package org.sipbond.bench;

import org.jspecify.annotations.NullMarked;
