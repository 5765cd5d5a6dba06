/**
 * A database whatever is kept in it: connections, tables, Hibernate. Imports the JDK, Hibernate,
 * HikariCP and Flyway. Free for any thread; each call may wait for the database.
 */
@NullMarked
package org.sipbond.persistence.database;

import org.jspecify.annotations.NullMarked;
