/**
 * A small SIP user agent for the demo and for tests: own sockets, UDP, TCP and TLS, IPv4 and IPv6,
 * and a record of everything that it sent and received with the addresses that the network saw. It
 * does what RFC 3261 §8, §9, §12 to §15 and §17 ask of an end point in a call, and no more: no
 * authentication, no DNS, no strict routing, no registration. May import {@code wire}, {@code
 * core.net} and the JDK. Public types are safe for every thread; all state of one agent is under
 * one lock, and agents remember every transaction until they are closed.
 */
@NullMarked
package org.sipbond.wire.agent;

import org.jspecify.annotations.NullMarked;
