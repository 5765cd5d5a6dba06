/**
 * Time and bytes of single decisions, by JMH: those about destinations beside a peer that does the
 * least that must be done for the same question. Imports {@code core}, {@code dns}, {@code
 * testkit.dns}, dnsjava and JMH. Each benchmark has one thread.
 */
@NullMarked
package org.sipbond.bench.micro;

import org.jspecify.annotations.NullMarked;
