package org.sipbond.core.b2bua;

import static org.sipbond.core.b2bua.ExchangeAction.GIVE_UP;
import static org.sipbond.core.b2bua.ExchangeAction.NEXT_ATTEMPT;
import static org.sipbond.core.b2bua.ExchangeAction.NOTHING;
import static org.sipbond.core.b2bua.ExchangeAction.REFUSE;
import static org.sipbond.core.b2bua.ExchangeAction.RELAY;
import static org.sipbond.core.b2bua.ExchangeAction.SEND;

/**
 * Where a bridged request outside of dialogs stands that is no INVITE: it has one final response
 * and cannot be cancelled (RFC 3261 §9.1). Each state answers every event; where none is named,
 * nothing is done. An answer counts whichever attempt it is for, since the request has reached
 * somebody; all other events of an attempt are those of the last one.
 */
public enum ExchangeState {
  /** No request is out: DNS is asked, or the next destination is chosen. */
  LOCATING {
    @Override
    public ExchangeStep on(ExchangeEvent event) {
      return switch (event) {
        case LOCATED -> new ExchangeStep(this, NEXT_ATTEMPT);
        case ATTEMPT -> new ExchangeStep(SENDING, SEND);
        case REFUSED -> new ExchangeStep(ENDED, REFUSE);
        case ANSWER -> new ExchangeStep(ENDED, RELAY);
        case LATE -> new ExchangeStep(ENDED, GIVE_UP);
        default -> new ExchangeStep(this, NOTHING);
      };
    }
  },
  /** The request is being sent, which takes a while where a connection is made. */
  SENDING {
    @Override
    public ExchangeStep on(ExchangeEvent event) {
      return event == ExchangeEvent.SENT
          ? new ExchangeStep(WAITING, NOTHING)
          : WAITING.on(event).unlessNothing(this);
    }
  },
  /** The request is out. */
  WAITING {
    @Override
    public ExchangeStep on(ExchangeEvent event) {
      return switch (event) {
        case ANSWER -> new ExchangeStep(ENDED, RELAY);
        case ATTEMPT_FAILED, ATTEMPT_SILENT -> new ExchangeStep(LOCATING, NEXT_ATTEMPT);
        case LATE -> new ExchangeStep(ENDED, GIVE_UP);
        default -> new ExchangeStep(this, NOTHING);
      };
    }
  },
  /** The caller has its final response. */
  ENDED {
    @Override
    public ExchangeStep on(ExchangeEvent event) {
      return new ExchangeStep(this, NOTHING);
    }
  };

  /** What follows when {@code event} happens in this state. */
  public abstract ExchangeStep on(ExchangeEvent event);
}
