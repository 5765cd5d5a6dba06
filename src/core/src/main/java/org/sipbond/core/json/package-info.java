/**
 * JSON as values that write themselves (RFC 8259), so that what is explained to a person is told to
 * a program by the same pure code. It only writes: a reader would need a grammar, and nothing here
 * reads JSON. Written here and not taken from a library because core imports the JDK alone and the
 * grammar of a writer is a page long. Imports the JDK. Everything here is immutable and free for
 * any thread.
 */
@NullMarked
package org.sipbond.core.json;

import org.jspecify.annotations.NullMarked;
