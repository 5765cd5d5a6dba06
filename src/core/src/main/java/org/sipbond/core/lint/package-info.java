/**
 * What a configuration says that is probably not meant: warnings, which never keep anything from
 * starting. What cannot work at all is a {@code Problem} of {@code core.config} and never comes
 * here. Pure: what DNS says of next hops is handed in. Imports the JDK and, of core, {@code net},
 * {@code bond}, {@code resolve}, {@code rule}, {@code config} and {@code json}. Everything here is
 * immutable and free for any thread.
 */
@NullMarked
package org.sipbond.core.lint;

import org.jspecify.annotations.NullMarked;
