package org.sipbond.sip.call;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import javax.servlet.sip.SipErrorEvent;
import javax.servlet.sip.SipErrorListener;
import org.sipbond.sip.leg.Usage;

/** Ends a call whose caller never acknowledged the answer. See RFC 3261 §13.3.1.4. */
public class MissingAckListener implements SipErrorListener {

  @Override
  public void noAckReceived(SipErrorEvent event) {
    Optional<Usage> usage = Usage.of(event.getResponse());
    if (usage.isPresent() && usage.get() instanceof BridgedCall call) {
      try {
        call.missingAck(event.getResponse());
      } catch (IOException unsent) {
        throw new UncheckedIOException("call without ACK was not ended on both legs", unsent);
      }
    }
  }

  /** Too late to answer the INVITE: {@link Ringing} has done so before. */
  @Override
  public void noPrackReceived(SipErrorEvent event) {}
}
