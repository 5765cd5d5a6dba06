/**
 * From the first request of a dialog to the member that sends the second leg, in one pure step:
 * rule, destination, selection; and why. Imports {@code core.rule}, {@code core.resolve}, {@code
 * core.bond} and {@code core.net}. Everything here is immutable and free for any thread.
 */
@NullMarked
package org.sipbond.core.decision;

import org.jspecify.annotations.NullMarked;
