/**
 * What the objects of JSR 289 do in this container, one fact a test: those that sipbond relies on,
 * and those that it has to work around. The tests run inside an application whose only servlet is a
 * {@link org.sipbond.arquillian.facts.ProbeServlet}, and talk to it from sockets of their own.
 */
@NullMarked
package org.sipbond.arquillian.facts;

import org.jspecify.annotations.NullMarked;
