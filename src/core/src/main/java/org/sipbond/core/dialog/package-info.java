/**
 * Names of dialogs, and what they are called on the other leg: Replaces, Join, Target-Dialog and
 * Refer-To name one dialog in a request of another. Imports only {@code core.net} and {@code
 * core.bond}. Values are free for any thread, and so is the index. See RFC 3891, RFC 3911, RFC
 * 4538, RFC 3515.
 */
@NullMarked
package org.sipbond.core.dialog;

import org.jspecify.annotations.NullMarked;
