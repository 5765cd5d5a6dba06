/**
 * Programs that tests need beside Java, and what a failed test prints. May import {@code wire}, the
 * JDK and JUnit. Extensions belong to one test at a time.
 */
@NullMarked
package org.sipbond.testkit.program;

import org.jspecify.annotations.NullMarked;
