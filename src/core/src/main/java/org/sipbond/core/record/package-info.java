/**
 * What is kept of a call that is over, and how it is put together while the call goes on. Says
 * nothing of where it is kept. Imports the JDK, {@code org.sipbond.core.attempt}, {@code
 * org.sipbond.core.bond}, {@code org.sipbond.core.b2bua}, {@code org.sipbond.core.net}, {@code
 * org.sipbond.core.rule} and {@code org.sipbond.core.json}. Values are immutable and free for any
 * thread; notes belong to their call.
 */
@NullMarked
package org.sipbond.core.record;

import org.jspecify.annotations.NullMarked;
