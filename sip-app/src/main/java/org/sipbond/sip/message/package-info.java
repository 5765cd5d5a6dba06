/**
 * The only translator between JSR 289 messages and the values of the core. Imports core and JSR
 * 289. Keeps no state; free for any thread.
 */
@NullMarked
package org.sipbond.sip.message;

import org.jspecify.annotations.NullMarked;
