/**
 * What the console and the command line know of the running application: an MXBean and its values.
 * Imports only the JDK. Implementations answer from any thread.
 */
@NullMarked
package org.sipbond.management;

import org.jspecify.annotations.NullMarked;
