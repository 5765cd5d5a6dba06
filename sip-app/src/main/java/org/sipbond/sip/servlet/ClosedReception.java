package org.sipbond.sip.servlet;

import java.io.IOException;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.sipbond.sip.message.Answers;

/**
 * Refuses everything while the application does not run.
 *
 * @param reason why, fit for a Reason header
 */
public record ClosedReception(String reason) implements Reception {

  @Override
  public void receive(SipServletRequest request) throws IOException {
    Answers.refuse(request, SipServletResponse.SC_SERVICE_UNAVAILABLE, reason);
  }
}
