package org.sipbond.sip.servlet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import javax.servlet.sip.SipErrorEvent;
import javax.servlet.sip.SipErrorListener;

/** Ends a call whose caller never acknowledged the answer. See RFC 3261 §13.3.1.4. */
public class MissingAckListener implements SipErrorListener {

  @Override
  public void noAckReceived(SipErrorEvent event) {
    Optional<BridgedCall> call = BridgedCall.of(event.getResponse());
    if (call.isPresent()) {
      try {
        call.get().missingAck(event.getResponse());
      } catch (IOException unsent) {
        throw new UncheckedIOException("call without ACK was not ended on both legs", unsent);
      }
    }
  }

  /** sipbond sends no reliable provisional responses of its own. */
  @Override
  public void noPrackReceived(SipErrorEvent event) {}
}
