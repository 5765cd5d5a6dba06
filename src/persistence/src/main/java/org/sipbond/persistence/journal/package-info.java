/**
 * Records on their way to the database: a journal in files, which takes them at once and outlives
 * the process, and what empties it into a store. Imports the JDK, {@code org.sipbond.core.record},
 * {@code org.sipbond.persistence.record} and {@code org.sipbond.persistence.database}. The writer
 * is free for any thread; the journal is for the writer's two.
 */
@NullMarked
package org.sipbond.persistence.journal;

import org.jspecify.annotations.NullMarked;
