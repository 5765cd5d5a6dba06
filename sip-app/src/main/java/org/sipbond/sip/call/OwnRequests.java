package org.sipbond.sip.call;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.sipbond.core.b2bua.CallEvent;
import org.sipbond.core.b2bua.CallState;
import org.sipbond.core.b2bua.LegTiming;
import org.sipbond.core.b2bua.Party;
import org.sipbond.core.b2bua.PendingOffer;
import org.sipbond.core.b2bua.UsageEnd;
import org.sipbond.sip.leg.DialogLeg;
import org.sipbond.sip.leg.TimeLimits;
import org.sipbond.sip.message.SessionHeaders;

/**
 * The requests that sipbond sends within a call of its own accord, and what their answers say. They
 * go to one leg, and the other one sees nothing of them. Locks its call.
 */
final class OwnRequests {
  private static final System.Logger LOG = System.getLogger(OwnRequests.class.getName());

  /** The attribute of such a request that says what it is for. */
  private static final String TASK = "org.sipbond.task";

  /**
   * How long an answer may take: 64*T1, RFC 3261 §17. The stack's own 408 comes later under load,
   * since it counts pauses, and never where a re-INVITE rings.
   */
  private static final Duration WAITING = Duration.ofSeconds(32);

  /** RFC 3261 §14.1 has 2.1 to 4 s after a 491; it does where a refresh has to wait, too. */
  private static final int SHORTEST_PAUSE_MILLIS = 2100;

  private static final int LONGEST_PAUSE_MILLIS = 4000;

  private static final Set<Integer> METHOD_UNKNOWN =
      Set.of(SipServletResponse.SC_METHOD_NOT_ALLOWED, SipServletResponse.SC_NOT_IMPLEMENTED);

  private final BridgedCall call;
  private final CallLegs legs;
  private final CallProgress progress;
  private final SessionTimers sessions;
  private final OfferInTransit offer;
  private final Map<Party, Waiting> unanswered = new EnumMap<>(Party.class);

  /** For the answer to a request. */
  private record Waiting(LegTiming.Task task, Instant until) {}

  OwnRequests(
      BridgedCall call,
      CallLegs legs,
      CallProgress progress,
      SessionTimers sessions,
      OfferInTransit offer) {
    this.call = call;
    this.legs = legs;
    this.progress = progress;
    this.sessions = sessions;
    this.offer = offer;
  }

  /** Whether a response is for one of these. */
  static boolean isAnswer(SipServletResponse response) {
    return response.getRequest().getAttribute(TASK) != null;
  }

  /** Something is due on a leg. */
  void due(Party party, LegTiming.Task task) {
    boolean free =
        progress.state() == CallState.ESTABLISHED && offer.pending() == PendingOffer.NOBODYS;
    if (task == LegTiming.Task.EXPIRE) {
      call.end(CallEvent.SESSION_EXPIRED);
    } else if (unanswered.containsKey(party)) {
      late(party, unanswered.get(party));
    } else if (free) {
      ask(party, task);
    } else {
      sessions.pause(party, somePause());
    }
  }

  /** Another answer may have set the clock of the leg anew. */
  private void late(Party party, Waiting waiting) {
    Duration left = Duration.between(TimeLimits.now(), waiting.until());
    if (left.isNegative() || left.isZero()) {
      call.end(failed(waiting.task()));
    } else {
      sessions.pause(party, left);
    }
  }

  private void ask(Party party, LegTiming.Task task) {
    DialogLeg leg = party == Party.CALLER ? legs.caller() : legs.callee();
    try {
      SipServletRequest request = sessions.of(party).request(task, leg.session());
      request.setAttribute(TASK, task);
      if (SessionHeaders.refreshes(request.getMethod())) {
        offer.begins(request);
      }
      unanswered.put(party, new Waiting(task, TimeLimits.now().plus(WAITING)));
      sessions.pause(party, WAITING);
      legs.relay().send(request, leg, why -> unsent(task));
    } catch (IOException | IllegalStateException gone) {
      LOG.log(Level.DEBUG, "leg has ended already", gone);
      call.end(failed(task));
    }
  }

  private void unsent(LegTiming.Task task) {
    call.end(failed(task));
  }

  /** The answer to one of these came; a 2xx to INVITE has got its ACK. */
  void answered(SipServletResponse response) {
    int status = response.getStatus();
    if (status >= SipServletResponse.SC_OK) {
      offer.ends(response.getRequest());
      unanswered.remove(legs.party(response));
      LegTiming.Task task = (LegTiming.Task) response.getRequest().getAttribute(TASK);
      if (UsageEnd.by(response.getMethod(), status)) {
        call.end(failed(task));
      } else if (status < SipServletResponse.SC_MULTIPLE_CHOICES || task == LegTiming.Task.ASK) {
        sessions.refreshed(response);
      } else {
        refused(response, legs.party(response));
      }
    }
  }

  /** The peer is there, but the session is not refreshed: it is tried again in time. */
  private void refused(SipServletResponse response, Party party) {
    if (METHOD_UNKNOWN.contains(response.getStatus())) {
      sessions.of(party).session().takesNoUpdate();
    }
    sessions.pause(party, sessions.asksAgain(response) ? Duration.ZERO : somePause());
  }

  private static CallEvent failed(LegTiming.Task task) {
    return task == LegTiming.Task.ASK ? CallEvent.KEEPALIVE_FAILED : CallEvent.REFRESH_FAILED;
  }

  private static Duration somePause() {
    return Duration.ofMillis(
        ThreadLocalRandom.current().nextInt(SHORTEST_PAUSE_MILLIS, LONGEST_PAUSE_MILLIS + 1));
  }
}
