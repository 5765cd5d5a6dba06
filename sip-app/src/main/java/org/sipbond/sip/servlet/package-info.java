/**
 * One thin servlet per role: read, ask the core, send. Per-call state is a {@link
 * org.sipbond.sip.servlet.BridgedCall} under one key in the SIP sessions of both legs; it is the
 * only thing here that is locked, since the legs of a call arrive on different threads.
 */
@NullMarked
package org.sipbond.sip.servlet;

import org.jspecify.annotations.NullMarked;
