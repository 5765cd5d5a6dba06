/**
 * The configuration document, from a tree of text to an {@link org.sipbond.core.config.AppConfig},
 * or to every problem that it has. Pure: the tree is read and interfaces are looked up elsewhere.
 * Imports the JDK, {@code org.sipbond.core.net}, {@code org.sipbond.core.bond}, {@code
 * org.sipbond.core.resolve}, {@code org.sipbond.core.attempt} and {@code org.sipbond.core.rule}.
 * Values are immutable and free for any thread; readers belong to the thread that made them.
 */
@NullMarked
package org.sipbond.core.config;

import org.jspecify.annotations.NullMarked;
