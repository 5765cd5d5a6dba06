/**
 * The conformance table: every method in every direction over every pair of transport and address
 * family, each cell a call or an exchange of its own against the deployed EAR, checked at the
 * peers' own sockets. {@link org.sipbond.it.conformance.ConformanceIT} runs the cells and writes
 * the table; a row is added in the class of rows that its method belongs to, and listed in {@link
 * org.sipbond.it.conformance.Rows}. Imports the parts of {@code org.sipbond.it} that start a
 * server, wire and testkit. One cell at a time, on the thread of the test.
 */
@NullMarked
package org.sipbond.it.conformance;

import org.jspecify.annotations.NullMarked;
