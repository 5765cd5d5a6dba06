package org.sipbond.sip.exchange;

import java.io.IOException;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.sipbond.sip.leg.CalleeLeg;

/** A request that nothing follows. */
record Single(Caller caller, Exchange exchange) implements Owner {

  /** There is no dialog that it could be within; ACK and CANCEL mean nothing here. */
  @Override
  public void request(SipServletRequest request) throws IOException {
    if (!"ACK".equals(request.getMethod()) && !"CANCEL".equals(request.getMethod())) {
      request.createResponse(SipServletResponse.SC_CALL_LEG_DONE).send();
    }
  }

  @Override
  public void response(SipServletResponse response) {
    exchange.response(response);
  }

  @Override
  public void answered(CalleeLeg leg, SipServletResponse answer) {
    caller.leave();
  }

  @Override
  public void refused() {
    caller.leave();
  }
}
