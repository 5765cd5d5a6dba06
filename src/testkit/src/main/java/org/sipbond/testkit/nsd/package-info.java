/**
 * Drives NSD, a real authoritative DNS server. Imports the JDK only, so that it can be used where
 * the class path has a dnsjava of the container.
 */
@NullMarked
package org.sipbond.testkit.nsd;

import org.jspecify.annotations.NullMarked;
