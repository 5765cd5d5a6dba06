// SPDX-License-Identifier: AGPL-3.0-only
package org.sipbond.container.adapter;

import java.util.Optional;
import javax.servlet.sip.SipServletRequest;
import javax.sip.ClientTransaction;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;
import org.mobicents.servlet.sip.message.TransactionApplicationData;

/**
 * A request of an application that is under way, and what JSR 289 has no word for to tell about it:
 * that somebody is there, before anything but 100 came, and that a final response is the
 * container's own. Both are told by attributes of the request, so that an application needs no
 * class of this container.
 */
record ClientRequest(SipServletRequest request) {

  /** Set by the container to {@link #TIMEOUT} or {@link #TRANSPORT_ERROR}, before it answers. */
  static final String FAILURE = "org.sipbond.container.failure";

  /** Set by the application to a {@link Runnable}. */
  static final String ON_TRYING = "org.sipbond.container.on-trying";

  /** No final response in time: timer B or F (RFC 3261 §17.1). */
  static final String TIMEOUT = "timeout";

  /** The request could not be sent again: RFC 3261 §17.1.4. */
  static final String TRANSPORT_ERROR = "transport-error";

  /** Empty where the application no longer knows of the transaction, or never did. */
  static Optional<ClientRequest> of(@Nullable ClientTransaction transaction) {
    return transaction != null
            && transaction.getApplicationData() instanceof TransactionApplicationData data
            && data.getSipServletMessage() instanceof SipServletRequest request
        ? Optional.of(new ClientRequest(request))
        : Optional.empty();
  }

  /** The first failure stays: a transport error is reported as a timeout as well. */
  void failed(String failure) {
    if (request.getAttribute(FAILURE) == null) {
      request.setAttribute(FAILURE, failure);
    }
  }

  /** Runs what the application asked for, once, at the first provisional response. */
  void answered(int status) {
    Object action = request.getAttribute(ON_TRYING);
    request.removeAttribute(ON_TRYING);
    if (status < Response.OK && action instanceof Runnable onTrying) {
      onTrying.run();
    }
  }
}
