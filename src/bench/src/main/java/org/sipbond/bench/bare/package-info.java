/** A peer of the benchmark: a B2BUA servlet without bonds, as a textbook has it. */
@NullMarked
package org.sipbond.bench.bare;

import org.jspecify.annotations.NullMarked;
