// SPDX-License-Identifier: AGPL-3.0-only
package org.sipbond.container.adapter;

import gov.nist.javax.sip.SipProviderImpl;
import gov.nist.javax.sip.stack.MovedDialog;
import gov.nist.javax.sip.stack.SIPDialog;
import java.util.Iterator;
import java.util.Optional;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipURI;
import javax.sip.Dialog;
import javax.sip.message.Request;
import org.jspecify.annotations.Nullable;
import org.mobicents.servlet.sip.address.SipURIImpl;
import org.mobicents.servlet.sip.core.MobicentsExtendedListeningPoint;
import org.mobicents.servlet.sip.core.message.MobicentsSipServletMessage;
import org.mobicents.servlet.sip.core.session.MobicentsSipApplicationSession;
import org.mobicents.servlet.sip.core.session.MobicentsSipSession;
import org.mobicents.servlet.sip.core.session.SipSessionImpl;
import org.mobicents.servlet.sip.core.session.SipSessionKey;
import org.mobicents.servlet.sip.message.SipFactoryImpl;
import org.mobicents.servlet.sip.message.SipServletRequestImpl;
import org.mobicents.servlet.sip.message.TransactionApplicationData;

/**
 * A SIP session that does not forget a request of its dialog before its final response, nor what it
 * shares with others. The base class forgets the latest request whenever any transaction of the
 * dialog ends: it takes an INVITE that it has sent for acknowledged, since it looks for the peer's
 * ACK. Its responses then come with a request that the application does not know.
 *
 * <p>Where the callee's side forks, the first dialog has this session and each other one a session
 * derived from it. All share its attributes, and are found by it: so it stays until those have
 * ended, which it would not by the base class.
 */
final class BondSession extends SipSessionImpl {
  private @Nullable SipServletRequestImpl invite;

  BondSession(
      SipSessionKey key, SipFactoryImpl factory, MobicentsSipApplicationSession application) {
    super(key, factory, application);
  }

  /** The INVITE that the application began a dialog with, as it sent it. */
  Optional<SipServletRequestImpl> invite() {
    return getParentSession() instanceof BondSession first
        ? first.invite()
        : Optional.ofNullable(invite);
  }

  @Override
  public void setSessionCreatingTransactionRequest(MobicentsSipServletMessage message) {
    super.setSessionCreatingTransactionRequest(message);
    SipServletRequestImpl request = getSessionCreatingTransactionRequest();
    if (invite == null && request != null && Request.INVITE.equals(request.getMethod())) {
      invite = request;
    }
  }

  /** Moves the dialog too, which the base class leaves where its first request went out. */
  @Override
  public void setOutboundInterface(SipURI outboundInterface) {
    super.setOutboundInterface(outboundInterface);
    if (getSessionCreatingDialog() instanceof SIPDialog dialog) {
      provider(outboundInterface).ifPresent(provider -> MovedDialog.move(dialog, provider));
    }
  }

  private Optional<SipProviderImpl> provider(SipURI outboundInterface) {
    MobicentsExtendedListeningPoint point =
        sipFactory
            .getSipNetworkInterfaceManager()
            .findMatchingListeningPoint(((SipURIImpl) outboundInterface).getSipURI(), false);
    return point != null && point.getSipProvider() instanceof SipProviderImpl provider
        ? Optional.of(provider)
        : Optional.empty();
  }

  @Override
  public SipServletRequest createRequest(String method) {
    if (getSessionCreatingDialog() instanceof SIPDialog dialog) {
      MovedDialog.settle(dialog);
    }
    return super.createRequest(method);
  }

  @Override
  public void cleanDialogInformation(boolean terminate) {
    if (terminate || !awaitsResponse(getSessionCreatingDialog())) {
      super.cleanDialogInformation(terminate);
    }
  }

  @Override
  public void onTerminatedState() {
    MobicentsSipSession first = getParentSession(); // forgotten as soon as this one has ended
    if (isValidInternal() && !hasForks()) {
      onReadyToInvalidate();
    }
    if (first != null && first.isReadyToInvalidateInternal()) {
      first.onTerminatedState();
    }
  }

  private boolean hasForks() {
    Iterator<MobicentsSipSession> forks = getDerivedSipSessions();
    while (forks.hasNext()) {
      if (forks.next().isValidInternal()) {
        return true;
      }
    }
    return false;
  }

  private static boolean awaitsResponse(Dialog dialog) {
    return dialog != null
        && dialog.getApplicationData() instanceof TransactionApplicationData data
        && data.getSipServletMessage() instanceof SipServletRequestImpl request
        && request.getLastFinalResponse() == null;
  }
}
