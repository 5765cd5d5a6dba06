/**
 * Times how fast call records get into a database, beside plain JDBC in the same run. Prints
 * figures, asserts none. Imports {@code persistence} and the values that it takes. For one thread.
 */
@NullMarked
package org.sipbond.bench.records;

import org.jspecify.annotations.NullMarked;
