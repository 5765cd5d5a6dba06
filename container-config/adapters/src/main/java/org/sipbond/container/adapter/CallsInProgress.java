// SPDX-License-Identifier: AGPL-3.0-only
package org.sipbond.container.adapter;

import java.util.Iterator;
import java.util.Set;
import javax.servlet.sip.SipSession;
import javax.sip.Transaction;
import javax.sip.TransactionState;
import org.mobicents.servlet.sip.core.SipContext;
import org.mobicents.servlet.sip.core.session.MobicentsSipSession;

/** What would be cut off if the container stopped now. */
final class CallsInProgress {
  private static final Set<TransactionState> UNANSWERED =
      Set.of(TransactionState.CALLING, TransactionState.TRYING, TransactionState.PROCEEDING);

  private CallsInProgress() {}

  /**
   * The SIP sessions that have a dialog, or a request that is not answered finally. A session that
   * only waits for its transactions to be forgotten (RFC 3261 §17) is not counted.
   */
  static int count(Iterator<SipContext> applications) {
    int count = 0;
    while (applications.hasNext()) {
      Iterator<MobicentsSipSession> sessions =
          applications.next().getSipManager().getAllSipSessions();
      while (sessions.hasNext()) {
        count += inProgress(sessions.next()) ? 1 : 0;
      }
    }
    return count;
  }

  private static boolean inProgress(MobicentsSipSession session) {
    SipSession.State state = session.getState();
    return state == SipSession.State.EARLY
        || state == SipSession.State.CONFIRMED
        || session.getOngoingTransactions().stream().anyMatch(CallsInProgress::unanswered);
  }

  private static boolean unanswered(Transaction transaction) {
    TransactionState state = transaction.getState();
    return state != null && UNANSWERED.contains(state);
  }
}
