/**
 * What a back-to-back user agent does: the state of one bridged call, and what the second leg
 * copies from the first. Imports only {@code core.net} and {@code core.bond}. Everything here is
 * immutable and free for any thread. See RFC 3261 §6 (B2BUA) and RFC 7092.
 */
@NullMarked
package org.sipbond.core.b2bua;

import org.jspecify.annotations.NullMarked;
