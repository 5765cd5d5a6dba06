/**
 * Call records in tables. Imports the JDK, {@code org.sipbond.core.record}, {@code
 * org.sipbond.persistence.database} and Hibernate. Free for any thread; each call may wait for the
 * database.
 */
@NullMarked
package org.sipbond.persistence.record;

import org.jspecify.annotations.NullMarked;
