// SPDX-License-Identifier: AGPL-3.0-only
package org.sipbond.container.adapter;

import javax.sip.Dialog;
import org.mobicents.servlet.sip.core.session.MobicentsSipApplicationSession;
import org.mobicents.servlet.sip.core.session.SipSessionImpl;
import org.mobicents.servlet.sip.core.session.SipSessionKey;
import org.mobicents.servlet.sip.message.SipFactoryImpl;
import org.mobicents.servlet.sip.message.SipServletRequestImpl;
import org.mobicents.servlet.sip.message.TransactionApplicationData;

/**
 * A SIP session that does not forget a request of its dialog before its final response. The base
 * class forgets the latest one whenever any transaction of the dialog ends: it takes an INVITE that
 * it has sent for acknowledged, since it looks for the peer's ACK. Its responses then come with a
 * request that the application does not know.
 */
final class BondSession extends SipSessionImpl {

  BondSession(
      SipSessionKey key, SipFactoryImpl factory, MobicentsSipApplicationSession application) {
    super(key, factory, application);
  }

  @Override
  public void cleanDialogInformation(boolean terminate) {
    if (terminate || !awaitsResponse(getSessionCreatingDialog())) {
      super.cleanDialogInformation(terminate);
    }
  }

  private static boolean awaitsResponse(Dialog dialog) {
    return dialog != null
        && dialog.getApplicationData() instanceof TransactionApplicationData data
        && data.getSipServletMessage() instanceof SipServletRequestImpl request
        && request.getLastFinalResponse() == null;
  }
}
