// SPDX-License-Identifier: AGPL-3.0-only
package org.sipbond.container.adapter;

import java.util.List;
import javax.servlet.sip.SipURI;
import org.mobicents.servlet.sip.core.SipApplicationDispatcherImpl;
import org.mobicents.servlet.sip.core.SipNetworkInterfaceManager;

/** The container's dispatcher with {@link BondInterfaces} before its network interfaces. */
public class BondDispatcher extends SipApplicationDispatcherImpl {
  private final BondInterfaces interfaces =
      new BondInterfaces(super.getSipNetworkInterfaceManager());

  @Override
  public SipNetworkInterfaceManager getSipNetworkInterfaceManager() {
    return interfaces;
  }

  @Override
  public List<SipURI> getOutboundInterfaces() {
    return interfaces.getOutboundInterfaces();
  }
}
