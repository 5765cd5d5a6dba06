package org.sipbond.sip.call;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import javax.servlet.sip.SipSession;
import org.sipbond.core.b2bua.Keepalive;
import org.sipbond.core.b2bua.LegTiming;
import org.sipbond.core.b2bua.Refresher;
import org.sipbond.core.b2bua.SessionTimer;
import org.sipbond.core.b2bua.SessionTimes;
import org.sipbond.core.b2bua.TimerTalk;
import org.sipbond.sip.leg.TimeLimits;
import org.sipbond.sip.message.SessionHeaders;

/** What a leg and its peer have agreed on, and when something is due. Guarded by its call. */
final class LegTimer {
  /** How often a peer may want a longer interval, so that one that always does is not heeded. */
  private static final int RAISES = 4;

  private final Keepalive keepalive;
  private final LegSession session = new LegSession();
  private SessionTimes times;
  private int raises;
  private Optional<SessionTimer> agreed = Optional.empty();
  private LegTiming timing;

  LegTimer(CallLimits limits) {
    this.keepalive = limits.keepalive();
    this.times = limits.session();
    this.timing = LegTiming.from(agreed, keepalive, TimeLimits.now());
  }

  /** How the session was described. */
  LegSession session() {
    return session;
  }

  SessionTimes times() {
    return times;
  }

  LegTiming timing() {
    return timing;
  }

  /** Asks for the timer in a request to the peer that begins or refreshes the session. */
  void ask(SipServletRequest request) {
    SessionHeaders.ask(
        request,
        agreed
            .map(timer -> timer.atLeast(times.least()).header(Refresher.UAC))
            .orElseGet(() -> Long.toString(times.interval().toSeconds())),
        times.least());
  }

  /** What the peer granted in a 2xx. */
  void accepted(SipServletResponse success) {
    agreed = SessionTimer.accepted(SessionHeaders.talk(success), times);
    alive();
  }

  /** Grants the peer a timer in a 2xx to its request, where it knows timers. */
  void grant(SipServletRequest request, SipServletResponse success) {
    agreed = SessionTimer.granted(SessionHeaders.talk(request), times);
    agreed.ifPresent(timer -> SessionHeaders.grant(success, timer.header(Refresher.UAS)));
    alive();
  }

  /** The peer has answered, whatever. */
  void alive() {
    timing = timing.heard(agreed, TimeLimits.now());
  }

  /** The peer is not to be asked again before that. */
  void later(Instant notBefore) {
    timing = timing.later(notBefore);
  }

  /**
   * The peer has refused the session interval: 422.
   *
   * @return whether it told of a longer one
   */
  boolean raise(SipServletResponse refusal) {
    SessionTimes raised = times.atLeast(SessionHeaders.talk(refusal).least());
    boolean longer = !raised.equals(times) && raises < RAISES;
    if (longer) {
      times = raised;
      raises++;
    }
    return longer;
  }

  /** Whether a request of the peer asks for an interval that is too short. */
  boolean isTooShort(SipServletRequest request) {
    return SessionHeaders.talk(request).tooShort(times);
  }

  /** Whether a request of the peer does nothing but refresh the session. */
  boolean isRefresh(SipServletRequest request) throws IOException {
    TimerTalk talk = SessionHeaders.talk(request);
    return talk.supported() && talk.interval().isPresent() && session.isUnchangedBy(request);
  }

  /** What is to be sent to the peer for a task that is due; not sent yet. */
  SipServletRequest request(LegTiming.Task task, SipSession on) throws IOException {
    SipServletRequest request =
        task == LegTiming.Task.REFRESH
            ? session.refresh(on)
            : keepalive.method() == Keepalive.Method.OPTIONS
                ? on.createRequest("OPTIONS")
                : session.question(on);
    if (SessionHeaders.refreshes(request.getMethod())) {
      ask(request);
    }
    return request;
  }
}
