package org.sipbond.sip.call;

import java.io.IOException;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.sipbond.core.b2bua.Party;
import org.sipbond.sip.message.Answers;
import org.sipbond.sip.message.SessionHeaders;

/**
 * The requests of a peer within a call that are for sipbond alone, and do not reach the other leg:
 * what {@link OwnRequests} are the other way round. Guarded by its call.
 */
final class PeerRefreshes {
  private final SessionTimers sessions;

  PeerRefreshes(SessionTimers sessions) {
    this.sessions = sessions;
  }

  /**
   * Answers a request that only refreshes the session of its leg, or asks for too short an interval
   * (RFC 4028 §9).
   *
   * @return false where it has to be passed on
   */
  boolean take(SipServletRequest request, Party from) throws IOException {
    LegTimer leg = sessions.of(from);
    if (!sessions.running() || !SessionHeaders.refreshes(request.getMethod())) {
      return false;
    }
    if (leg.isTooShort(request)) {
      Answers.intervalTooSmall(request, leg.times().least());
      return true;
    }
    boolean refresh = leg.isRefresh(request);
    if (refresh) {
      answer(request, leg);
    }
    return refresh;
  }

  private void answer(SipServletRequest refresh, LegTimer leg) throws IOException {
    SipServletResponse success = refresh.createResponse(SipServletResponse.SC_OK);
    if ("INVITE".equals(refresh.getMethod())) {
      leg.session().describe(success);
    }
    sessions.finish(success);
    success.send();
  }
}
