/**
 * The built archives in their containers, against real SIP peers on loopback addresses; and the
 * arrows between all modules. Imports every module but {@code sip-app} and {@code web-app}, which
 * it meets only as archives and over the wire. One container at a time runs in the JVM of the
 * tests.
 */
@NullMarked
package org.sipbond.it;

import org.jspecify.annotations.NullMarked;
