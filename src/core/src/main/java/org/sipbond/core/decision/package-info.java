/**
 * From the first request of a dialog to the members that may send the second leg: rule, target,
 * selection; and what is answered where there is none. Imports {@code core.rule}, {@code
 * core.resolve}, {@code core.attempt}, {@code core.bond} and {@code core.net}. Everything here is
 * immutable and free for any thread.
 */
@NullMarked
package org.sipbond.core.decision;

import org.jspecify.annotations.NullMarked;
