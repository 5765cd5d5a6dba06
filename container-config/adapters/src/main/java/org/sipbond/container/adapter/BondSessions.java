// SPDX-License-Identifier: AGPL-3.0-only
package org.sipbond.container.adapter;

import org.mobicents.servlet.sip.core.session.MobicentsSipApplicationSession;
import org.mobicents.servlet.sip.core.session.MobicentsSipSession;
import org.mobicents.servlet.sip.core.session.SipSessionKey;
import org.mobicents.servlet.sip.core.session.SipStandardManagerDelegate;
import org.mobicents.servlet.sip.message.SipFactoryImpl;

/** Makes {@link BondSession}s. There is no limit to how many. */
final class BondSessions extends SipStandardManagerDelegate {

  @Override
  protected MobicentsSipSession getNewMobicentsSipSession(
      SipSessionKey key, SipFactoryImpl factory, MobicentsSipApplicationSession application) {
    sipSessionCounter++;
    return new BondSession(key, factory, application);
  }
}
