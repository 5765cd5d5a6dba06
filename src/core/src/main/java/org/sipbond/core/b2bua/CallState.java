package org.sipbond.core.b2bua;

import static org.sipbond.core.b2bua.CallAction.ACK_CALLEE;
import static org.sipbond.core.b2bua.CallAction.BYE_CALLEE;
import static org.sipbond.core.b2bua.CallAction.BYE_CALLER;
import static org.sipbond.core.b2bua.CallAction.CANCEL_CALLEE;
import static org.sipbond.core.b2bua.CallAction.INVITE_CALLEE;
import static org.sipbond.core.b2bua.CallAction.NEXT_ATTEMPT;
import static org.sipbond.core.b2bua.CallAction.REFUSE_CALLER;
import static org.sipbond.core.b2bua.CallAction.RELAY_ANSWER;
import static org.sipbond.core.b2bua.CallAction.RELAY_FAILURE;
import static org.sipbond.core.b2bua.CallAction.RELAY_PROVISIONAL;
import static org.sipbond.core.b2bua.CallAction.TERMINATE_CALLER;

/**
 * Where a bridged INVITE dialog stands. Each state answers every event, so that an event that comes
 * late or twice (a CANCEL that crosses the 2xx, both BYEs at once) has a defined outcome; where
 * none is named, nothing is sent. Events of an attempt are those of the last one: the others are
 * over.
 */
public enum CallState {
  /** No INVITE to the callee is out: DNS is asked, or the next destination is chosen. */
  LOCATING {
    @Override
    public CallStep on(CallEvent event) {
      return switch (event) {
        case LOCATED -> CallStep.to(this, NEXT_ATTEMPT);
        case ATTEMPT -> CallStep.to(SENDING, INVITE_CALLEE);
        case REFUSED -> CallStep.to(ENDED, REFUSE_CALLER);
        case CANCEL -> CallStep.to(ENDED);
        case CALLER_BYE, ORDER -> CallStep.to(ENDED, TERMINATE_CALLER);
        case TOO_LATE -> CallStep.to(ENDED, REFUSE_CALLER);
        default -> CallStep.to(this);
      };
    }
  },
  /** The INVITE to the callee is being sent, which takes a while where a connection is made. */
  SENDING {
    @Override
    public CallStep on(CallEvent event) {
      return switch (event) {
        case SENT -> CallStep.to(CALLING);
        case CANCEL -> CallStep.to(GIVEN_UP);
        case CALLER_BYE, ORDER -> CallStep.to(GIVEN_UP, TERMINATE_CALLER);
        case TOO_LATE -> CallStep.to(GIVEN_UP, REFUSE_CALLER);
        default -> CALLING.on(event);
      };
    }
  },
  /**
   * The call was given up while the INVITE to the callee was being sent: there is none to cancel.
   */
  GIVEN_UP {
    @Override
    public CallStep on(CallEvent event) {
      return switch (event) {
        case SENT, PROVISIONAL -> CallStep.to(CANCELLING, CANCEL_CALLEE);
        case ANSWER, FAILURE, ATTEMPT_FAILED -> CANCELLING.on(event);
        default -> CallStep.to(this);
      };
    }
  },
  /** The INVITE to the callee is out; it may be ringing. */
  CALLING {
    @Override
    public CallStep on(CallEvent event) {
      return switch (event) {
        case PROVISIONAL -> CallStep.to(this, RELAY_PROVISIONAL);
        case ANSWER -> CallStep.to(ANSWERED, RELAY_ANSWER);
        case UNWANTED_ANSWER -> CallStep.to(ENDED, ACK_CALLEE, BYE_CALLEE);
        case FAILURE -> CallStep.to(ENDED, RELAY_FAILURE);
        case ATTEMPT_FAILED -> CallStep.to(LOCATING, NEXT_ATTEMPT);
        case ATTEMPT_SILENT -> CallStep.to(LOCATING, CANCEL_CALLEE, NEXT_ATTEMPT);
        case CANCEL -> CallStep.to(CANCELLING, CANCEL_CALLEE);
        case CALLER_BYE, ORDER -> CallStep.to(CANCELLING, CANCEL_CALLEE, TERMINATE_CALLER);
        case TOO_LATE -> CallStep.to(CANCELLING, CANCEL_CALLEE, REFUSE_CALLER);
        default -> CallStep.to(this);
      };
    }
  },
  /** The call was given up and the callee was told. */
  CANCELLING {
    @Override
    public CallStep on(CallEvent event) {
      return switch (event) {
        // RFC 3261 §15: a 2xx that crossed the CANCEL is acknowledged and ended.
        case ANSWER, UNWANTED_ANSWER -> CallStep.to(ENDED, ACK_CALLEE, BYE_CALLEE);
        case FAILURE, ATTEMPT_FAILED -> CallStep.to(ENDED);
        default -> CallStep.to(this);
      };
    }
  },
  /** The 2xx was relayed, the caller's ACK is awaited. */
  ANSWERED {
    @Override
    public CallStep on(CallEvent event) {
      return switch (event) {
        case ACK -> CallStep.to(ESTABLISHED, ACK_CALLEE);
        case CALLER_BYE, UNWANTED_ANSWER -> CallStep.to(ENDED, ACK_CALLEE, BYE_CALLEE);
        case CALLEE_BYE -> CallStep.to(CALLEE_GONE);
        case ORDER, TIME_UP, PEER_LOST, SESSION_EXPIRED, REFRESH_FAILED, KEEPALIVE_FAILED ->
            CallStep.to(CALLEE_GONE, ACK_CALLEE, BYE_CALLEE);
        case NO_ACK -> CallStep.to(ENDED, ACK_CALLEE, BYE_CALLEE, BYE_CALLER);
        default -> CallStep.to(this);
      };
    }
  },
  /** The callee leg ended before the caller's ACK, which a BYE to the caller has to wait for. */
  CALLEE_GONE {
    @Override
    public CallStep on(CallEvent event) {
      return switch (event) {
        // RFC 3261 §15: the callee of a leg sends no BYE before the ACK or its timeout.
        case ACK, NO_ACK -> CallStep.to(ENDED, BYE_CALLER);
        case CALLER_BYE -> CallStep.to(ENDED);
        default -> CallStep.to(this);
      };
    }
  },
  /** Both legs are confirmed dialogs. */
  ESTABLISHED {
    @Override
    public CallStep on(CallEvent event) {
      return switch (event) {
        case CALLER_BYE -> CallStep.to(ENDED, BYE_CALLEE);
        case CALLEE_BYE -> CallStep.to(ENDED, BYE_CALLER);
        // RFC 3261 §12.2.1.2: told to both, since a peer that is only slow may still be there.
        case NO_ACK, PEER_LOST, TIME_UP, SESSION_EXPIRED, REFRESH_FAILED, KEEPALIVE_FAILED, ORDER ->
            CallStep.to(ENDED, BYE_CALLEE, BYE_CALLER);
        default -> CallStep.to(this);
      };
    }
  },
  /** Nothing more is sent for this call, except the answers that every request gets. */
  ENDED {
    @Override
    public CallStep on(CallEvent event) {
      return CallStep.to(this);
    }
  };

  /** What follows when {@code event} happens in this state. */
  public abstract CallStep on(CallEvent event);
}
