/**
 * What the running application remembers of its decisions: counters and the last explanations.
 * Imports core only. Free for any thread.
 */
@NullMarked
package org.sipbond.sip.observe;

import org.jspecify.annotations.NullMarked;
