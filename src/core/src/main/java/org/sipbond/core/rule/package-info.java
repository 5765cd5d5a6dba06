/**
 * What happens to the first request of a dialog: rules in order, the first that matches, its
 * ruling. Imports the JDK, {@code org.sipbond.core.net} and {@code org.sipbond.core.bond}.
 * Everything here is immutable and free for any thread.
 */
@NullMarked
package org.sipbond.core.rule;

import org.jspecify.annotations.NullMarked;
