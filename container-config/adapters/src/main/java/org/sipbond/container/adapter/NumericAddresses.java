// SPDX-License-Identifier: AGPL-3.0-only
package org.sipbond.container.adapter;

import gov.nist.core.net.AddressResolver;
import gov.nist.javax.sip.DefaultAddressResolver;
import gov.nist.javax.sip.stack.HopImpl;
import javax.sip.address.Hop;
import org.mobicents.servlet.sip.core.SipApplicationDispatcher;

/**
 * What the stack asks for the address of a next hop, or of the sender that a Via names. It fills in
 * the default port and looks nothing up: a name comes back in brackets, which the JDK takes for an
 * IPv6 address that is wrong and refuses at once. Without them the stack would ask DNS itself, and
 * a thread of the container would wait: for a response over TCP when the connection of the request
 * is gone, with a name that any peer may write into its Via.
 */
public class NumericAddresses implements AddressResolver {
  private final AddressResolver ports = new DefaultAddressResolver();

  /** The constructor that the container looks for. */
  public NumericAddresses(SipApplicationDispatcher dispatcher) {
    this();
  }

  NumericAddresses() {}

  @Override
  public Hop resolveAddress(Hop hop) {
    Hop resolved = ports.resolveAddress(hop);
    String host = resolved.getHost();
    return NumericHost.is(host) || host.startsWith("[")
        ? resolved
        : new HopImpl("[" + host + "]", resolved.getPort(), resolved.getTransport());
  }
}
