/**
 * What Arquillian takes along into the tested application, where it gives the objects of the
 * servlet context to the test (JSR 289 §4.8).
 *
 * <p>May import: Arquillian, {@code javax.servlet}, JDK; nothing else of sipbond, because it is
 * loaded by the class loader of the application. Threads: the one that runs the test there.
 */
@NullMarked
package org.sipbond.arquillian.remote;

import org.jspecify.annotations.NullMarked;
