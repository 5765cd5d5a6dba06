/**
 * Drives database servers, real ones. Imports the JDK only. What is here belongs to one test at a
 * time.
 */
@NullMarked
package org.sipbond.testkit.database;

import org.jspecify.annotations.NullMarked;
