package org.sipbond.core.b2bua;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is to be done on a leg next so that a peer that is gone does not leave its call behind, and
 * when. See RFC 4028 §10.
 *
 * @param session empty where the leg has no session timer; then the keepalive holds
 * @param heard when the session was refreshed, or the peer was heard, last
 * @param next when it may be asked again, where that is later than it would be by the interval
 */
public record LegTiming(
    Optional<SessionTimer> session, Keepalive keepalive, Instant heard, Instant next) {

  /** Of a leg whose peer was heard just now. */
  public static LegTiming from(Optional<SessionTimer> session, Keepalive keepalive, Instant now) {
    return new LegTiming(session, keepalive, now, now);
  }

  /** Something to be done, and when. */
  public record Due(Task task, Instant at) {}

  /** What there is to be done. */
  public enum Task {
    /** Refresh the session. */
    REFRESH,
    /** Ask the peer whether it is there. */
    ASK,
    /** End the call. */
    EXPIRE
  }

  /** What a refresh, or an answer of the peer, makes of it. */
  public LegTiming heard(Optional<SessionTimer> agreed, Instant now) {
    return from(agreed, keepalive, now);
  }

  /** The refresh was sent or did not work: not again before that. The session ends as it would. */
  public LegTiming later(Instant notBefore) {
    return new LegTiming(session, keepalive, heard, notBefore);
  }

  /** The next thing to be done; empty where there is never any. */
  public Optional<Due> due() {
    return session
        .map(this::due)
        .or(
            () ->
                keepalive.method() == Keepalive.Method.OFF
                    ? Optional.empty()
                    : Optional.of(new Due(Task.ASK, after(keepalive.interval()))));
  }

  private Due due(SessionTimer timer) {
    Instant end = heard.plus(timer.endsAfter());
    Instant refresh = after(timer.refreshAfter());
    return timer.ours() && refresh.isBefore(end)
        ? new Due(Task.REFRESH, refresh)
        : new Due(Task.EXPIRE, end);
  }

  private Instant after(Duration interval) {
    Instant regular = heard.plus(interval);
    return regular.isBefore(next) ? next : regular;
  }
}
