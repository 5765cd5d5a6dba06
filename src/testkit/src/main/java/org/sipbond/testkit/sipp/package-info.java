/**
 * Drives the program SIPp (3.6, Debian's sip-tester) as caller and callee. May import {@code wire},
 * {@code core.net} and the JDK. A run may be asked from several threads.
 */
@NullMarked
package org.sipbond.testkit.sipp;

import org.jspecify.annotations.NullMarked;
