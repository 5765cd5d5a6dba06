/**
 * The configuration document in HOCON, as the tree that {@code org.sipbond.core.config} reads: each
 * value with its file and line. Reads the document and what it includes by relative name, and the
 * environment where the document asks for it; no class path, no URL, no system property. Imports
 * the JDK, {@code com.typesafe.config} and {@code org.sipbond.core.config}. Free for any thread.
 */
@NullMarked
package org.sipbond.hocon;

import org.jspecify.annotations.NullMarked;
