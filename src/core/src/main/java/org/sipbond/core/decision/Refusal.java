package org.sipbond.core.decision;

import java.util.Locale;
import org.sipbond.core.attempt.AttemptFailure;
import org.sipbond.core.attempt.NextAttempt;
import org.sipbond.core.bond.Capability;
import org.sipbond.core.bond.Selection;
import org.sipbond.core.resolve.LookupFailure;
import org.sipbond.core.rule.Ruling;

/**
 * A final answer to the first request of a dialog, and no second leg.
 *
 * @param cause what the refusals are counted by, such as {@code no-member} or {@code nxdomain}
 * @param status of the answer: 400 to 699
 * @param reason one line without addresses, fit for a Reason header (RFC 3326)
 */
public record Refusal(String cause, int status, String reason) {
  private static final int INTERNAL_ERROR = 500;
  private static final int BAD_GATEWAY = 502;
  private static final int SERVICE_UNAVAILABLE = 503;
  private static final int GATEWAY_TIMEOUT = 504;
  private static final int TIMEOUT = 408;

  /** It could not be sent. */
  public static final Refusal UNREACHABLE = of(AttemptFailure.TRANSPORT_ERROR);

  /** Something that should never happen did. */
  public static final Refusal INTERNAL =
      new Refusal("internal", INTERNAL_ERROR, "server internal error");

  /** It has gone through as many hops as it may. See RFC 3261 §16.3, step 3. */
  public static final Refusal TOO_MANY_HOPS =
      new Refusal("max-forwards", 483, "max-forwards has run out");

  /** It has been here already. See RFC 3261 §16.3, step 4. */
  public static final Refusal LOOP = new Refusal("loop", 482, "request has come back");

  /** What it must not be sent on without cannot be had. See RFC 3323 §5. */
  public static Refusal ofPrivacy(String unmet) {
    return new Refusal(
        "privacy", INTERNAL_ERROR, "privacy failure: " + unmet + " is critical and not served");
  }

  /** The caller did not acknowledge a reliable provisional response. See RFC 3262 §3. */
  public static final Refusal NO_PRACK =
      new Refusal("no-prack", GATEWAY_TIMEOUT, "no PRACK in time");

  /** The callee rang for too long. See RFC 3261 §16.8. */
  public static final Refusal RANG_TOO_LONG =
      new Refusal("ring-timeout", TIMEOUT, "no answer in time");

  /** The rules refuse. */
  public static Refusal of(Ruling.Refuse refuse) {
    return new Refusal(
        refuse.cause().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        refuse.status(),
        refuse.reason());
  }

  /** The next hop cannot be located. */
  public static Refusal of(LookupFailure failure) {
    return new Refusal(failure.cause().label(), failure.status(), failure.reason());
  }

  /** No member of the bond can send there, or may now. */
  public static Refusal of(Selection.NoMember none) {
    return none.isTemporary()
        ? new Refusal("drained", SERVICE_UNAVAILABLE, none.reason())
        : new Refusal("no-member", BAD_GATEWAY, none.reason());
  }

  /** The listener that a request came in by takes nothing new. */
  public static Refusal ofDrained() {
    return new Refusal("drained", SERVICE_UNAVAILABLE, "listener is drained");
  }

  /** No member of the egress bond can send to any destination; the first one is told. */
  public static Refusal of(NextAttempt.Refused none) {
    return of(none.destinations().get(0));
  }

  /** A request within a dialog would have to leave by another transport or family than it has. */
  public static Refusal ofDialog(Capability has, Capability needs) {
    return new Refusal(
        "no-member", BAD_GATEWAY, "dialog is on " + has + " and its peer wants " + needs);
  }

  /** No destination is left, and the last attempt brought no answer that could be passed on. */
  public static Refusal of(AttemptFailure last) {
    return switch (last) {
      case TIMEOUT -> new Refusal(last.label(), TIMEOUT, "next hop did not answer in time");
      case UNAVAILABLE, TRANSPORT_ERROR, CONNECT_FAILED ->
          new Refusal(last.label(), SERVICE_UNAVAILABLE, "next hop cannot be reached");
    };
  }
}
