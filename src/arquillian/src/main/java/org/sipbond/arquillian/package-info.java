/**
 * Runs Arquillian tests in the embedded container: one container for all test classes of a run, one
 * deployment for each class. A test names the listeners in {@code arquillian.xml}, asks for {@link
 * SipListeners} or the {@code SipContainer} with {@code @ArquillianResource}, and, when it runs
 * inside, for what JSR 289 puts into the servlet context.
 *
 * <p>May import: Arquillian, ShrinkWrap, {@code org.sipbond.container}, {@code org.sipbond.core},
 * JDK. Threads: Arquillian calls everything from the thread that runs the tests.
 */
@NullMarked
package org.sipbond.arquillian;

import org.jspecify.annotations.NullMarked;
