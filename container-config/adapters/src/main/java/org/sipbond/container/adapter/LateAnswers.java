// SPDX-License-Identifier: AGPL-3.0-only
package org.sipbond.container.adapter;

import gov.nist.javax.sip.ResponseEventExt;
import gov.nist.javax.sip.SipProviderImpl;
import gov.nist.javax.sip.message.SIPResponse;
import gov.nist.javax.sip.stack.SIPDialog;
import gov.nist.javax.sip.stack.SIPTransactionStack;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sip.DialogState;
import javax.sip.ResponseEvent;
import javax.sip.message.Request;
import org.mobicents.servlet.sip.core.SipApplicationDispatcherImpl;
import org.mobicents.servlet.sip.core.SipContext;
import org.mobicents.servlet.sip.core.session.SessionManagerUtil;
import org.mobicents.servlet.sip.core.session.SipSessionKey;
import org.mobicents.servlet.sip.message.SipFactoryImpl;
import org.mobicents.servlet.sip.message.SipServletRequestImpl;
import org.mobicents.servlet.sip.message.TransactionApplicationData;

/**
 * A 2xx of another callee after the INVITE has had one, where the callee's side forks. Its
 * transaction is over with the first 2xx, so the stack leaves the dialog of this one early, or
 * makes none, and the container does not know which request it is for: neither could acknowledge
 * it. See RFC 3261 §13.2.2.4.
 */
final class LateAnswers {
  /** What the container writes: the cookie, the application session, the application's hash. */
  private static final Pattern BRANCH = Pattern.compile("(?i)z9hG4bK([^_]+)_([^_]+)_.*");

  private final SipApplicationDispatcherImpl dispatcher;

  LateAnswers(SipApplicationDispatcherImpl dispatcher) {
    this.dispatcher = dispatcher;
  }

  /** The same with its dialog and its request, where it is such a response. */
  ResponseEvent placed(ResponseEvent event) {
    if (event.getClientTransaction() != null
        || event.getResponse().getStatusCode() / 100 != 2
        || !(event.getResponse() instanceof SIPResponse response)
        || !Request.INVITE.equals(response.getCSeq().getMethod())) {
      return event;
    }
    return session(response)
        .flatMap(BondSession::invite)
        .map(invite -> placed(event, response, invite))
        .orElse(event);
  }

  private static ResponseEvent placed(
      ResponseEvent event, SIPResponse response, SipServletRequestImpl invite) {
    SipProviderImpl provider = (SipProviderImpl) event.getSource();
    SIPDialog dialog =
        event.getDialog() instanceof SIPDialog early
            ? early
            : ((SIPTransactionStack) provider.getSipStack()).createDialog(provider, response);
    if (!DialogState.CONFIRMED.equals(dialog.getState())) {
      dialog.setLastResponse(null, response);
    }
    if (!knowsItsRequest(dialog)) {
      dialog.setApplicationData(new TransactionApplicationData(invite));
    }
    ResponseEventExt late = new ResponseEventExt(provider, null, dialog, response);
    late.setRemoteIpAddress(response.getRemoteAddress().getHostAddress());
    late.setRemotePort(response.getRemotePort());
    return late;
  }

  private static boolean knowsItsRequest(SIPDialog dialog) {
    return dialog.getApplicationData() instanceof TransactionApplicationData data
        && data.getSipServletMessage() != null;
  }

  /** The session that sent the INVITE, or the one derived from it for this callee. */
  private Optional<BondSession> session(SIPResponse response) {
    Matcher branch = BRANCH.matcher(String.valueOf(response.getTopmostVia().getBranch()));
    String application =
        branch.matches() ? dispatcher.getApplicationNameFromHash(branch.group(2)) : null;
    SipContext context = application == null ? null : dispatcher.findSipApplication(application);
    if (context == null) {
      return Optional.empty();
    }
    SipSessionKey key =
        SessionManagerUtil.getSipSessionKey(branch.group(1), application, response, false);
    return context
                .getSipManager()
                .getSipSession(key, false, (SipFactoryImpl) dispatcher.getSipFactory(), null)
            instanceof BondSession session
        ? Optional.of(session)
        : Optional.empty();
  }
}
