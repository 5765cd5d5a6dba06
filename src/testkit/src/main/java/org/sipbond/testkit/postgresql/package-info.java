/**
 * Drives PostgreSQL, a real database server. Imports the JDK only. Belongs to one test at a time.
 */
@NullMarked
package org.sipbond.testkit.postgresql;

import org.jspecify.annotations.NullMarked;
