/**
 * Pages of the console. They know the running application only through {@code
 * org.sipbond.management}. Pages are pure; servlets are shared by all requests and keep nothing.
 */
@NullMarked
package org.sipbond.web.console;

import org.jspecify.annotations.NullMarked;
