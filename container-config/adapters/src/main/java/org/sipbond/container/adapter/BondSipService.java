// SPDX-License-Identifier: AGPL-3.0-only
package org.sipbond.container.adapter;

import org.mobicents.servlet.sip.SipConnector;
import org.mobicents.servlet.sip.catalina.SipStandardService;

/** The SIP service without its habit to take one connector for every connector of a transport. */
public class BondSipService extends SipStandardService {

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
