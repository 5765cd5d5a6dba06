// SPDX-License-Identifier: AGPL-3.0-only
package org.sipbond.container.adapter;

import java.util.Properties;
import org.mobicents.servlet.sip.SipConnector;
import org.mobicents.servlet.sip.catalina.SipStandardService;

/**
 * The SIP service without its habit to take one connector for every connector of a transport, and
 * without DNS: with no locator, an address resolver that looks nothing up, and {@link BondRouter}.
 * They are set here and not in a file, because a file of an older release would have the header
 * {@value BondHop#HEADER} go out.
 */
public class BondSipService extends SipStandardService {

  /** The service as server.xml begins to describe it. */
  @SuppressWarnings("deprecation") // the container has no other way to name an address resolver
  public BondSipService() {
    setDnsServerLocatorClass("");
    setAddressResolverClass(NumericAddresses.class.getName());
    Properties router = new Properties();
    router.setProperty("javax.sip.ROUTER_PATH", BondRouter.class.getName());
    setSipStackProperties(router);
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
