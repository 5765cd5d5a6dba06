// SPDX-License-Identifier: AGPL-3.0-only
package org.sipbond.container.adapter;

import java.util.Properties;
import org.mobicents.servlet.sip.SipConnector;
import org.mobicents.servlet.sip.catalina.SipStandardService;

/**
 * The SIP service without its habit to take one connector for every connector of a transport, and
 * without DNS: with no locator, an address resolver that looks nothing up, and {@link BondRouter}.
 * Connections are those of {@value #CONNECTIONS}. They are set here and not in a file, because a
 * file of an older release would have the header {@value BondHop#HEADER} go out, and believe any
 * TLS peer.
 */
public class BondSipService extends SipStandardService {
  private static final String CONNECTIONS =
      "org.sipbond.container.adapter.connection.ConnectionProcessors";

  /** The service as server.xml begins to describe it. */
  @SuppressWarnings("deprecation") // the container has no other way to name an address resolver
  public BondSipService() {
    setDnsServerLocatorClass("");
    setAddressResolverClass(NumericAddresses.class.getName());
    Properties stack = new Properties();
    stack.setProperty("javax.sip.ROUTER_PATH", BondRouter.class.getName());
    stack.setProperty("gov.nist.javax.sip.MESSAGE_PROCESSOR_FACTORY", CONNECTIONS);
    stack.setProperty("gov.nist.javax.sip.NETWORK_LAYER", GuardedNetwork.class.getName());
    setSipStackProperties(stack);
  }

  /**
   * A connector without any setting. The container asks for the first one of a transport and writes
   * that one's public address into messages of all others; what a {@link BondListeningPoint} wrote
   * is left alone instead.
   */
  @Override
  public SipConnector findSipConnector(String transport) {
    SipConnector neutral = new SipConnector();
    neutral.setTransport(transport);
    return neutral;
  }
}
