/**
 * Answers of DNS servers as values of {@code core.resolve}: asking (dnsjava), cache, search list.
 * Imports the JDK, dnsjava, {@code org.sipbond.core.resolve} and {@code org.sipbond.core.net}.
 * Specifications: RFC 1035, 2308, 8767. Everything is fit for any thread and makes none wait; only
 * closing does.
 */
@NullMarked
package org.sipbond.dns;

import org.jspecify.annotations.NullMarked;
