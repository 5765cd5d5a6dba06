// SPDX-License-Identifier: AGPL-3.0-only
package org.sipbond.container.adapter;

import java.text.ParseException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.servlet.sip.SipURI;
import javax.sip.ClientTransaction;
import javax.sip.IOExceptionEvent;
import javax.sip.InvalidArgumentException;
import javax.sip.RequestEvent;
import javax.sip.ResponseEvent;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.SipProvider;
import javax.sip.TimeoutEvent;
import javax.sip.header.CallIdHeader;
import javax.sip.header.ToHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.apache.log4j.Logger;
import org.jspecify.annotations.Nullable;
import org.mobicents.servlet.sip.core.MobicentsExtendedListeningPoint;
import org.mobicents.servlet.sip.core.SipApplicationDispatcherImpl;
import org.mobicents.servlet.sip.core.SipNetworkInterfaceManager;
import org.mobicents.servlet.sip.message.SipFactoryImpl;

/**
 * The container's dispatcher with {@link BondInterfaces} before its network interfaces, and a way
 * to let calls end before the container stops. It takes from what peers send the header that only
 * applications may set, and tells applications about their requests what JSR 289 leaves out: see
 * {@link ClientRequest}.
 */
public class BondDispatcher extends SipApplicationDispatcherImpl {
  private static final Logger LOG = Logger.getLogger(BondDispatcher.class);
  private static final Set<String> PART_OF_A_CALL = Set.of(Request.ACK, Request.CANCEL);

  /** RFC 3261 §15.1.2, RFC 3262 §3, RFC 3311 §5.2, RFC 6086 §4.2.2. */
  private static final Set<String> WITHIN_A_DIALOG =
      Set.of(Request.BYE, Request.PRACK, Request.UPDATE, Request.INFO);

  private final BondInterfaces interfaces =
      new BondInterfaces(super.getSipNetworkInterfaceManager());
  private final LateAnswers lateAnswers = new LateAnswers(this);
  private volatile boolean draining;

  @Override
  public SipNetworkInterfaceManager getSipNetworkInterfaceManager() {
    return interfaces;
  }

  @Override
  public List<SipURI> getOutboundInterfaces() {
    return interfaces.getOutboundInterfaces();
  }

  /** Without the host that the container would append, which is one of any side. */
  @Override
  public CallIdHeader getCallId(
      @Nullable MobicentsExtendedListeningPoint listeningPoint, @Nullable String callId)
      throws ParseException {
    return super.getCallId(listeningPoint, callId == null ? UUID.randomUUID().toString() : callId);
  }

  /** Whether every request that would begin something is answered 503 from now on. */
  public void setDraining(boolean draining) {
    this.draining = draining;
  }

  /** What {@link #setDraining} was given. */
  public boolean isDraining() {
    return draining;
  }

  /** How many SIP sessions would be cut off if the container stopped now. */
  public int getCallsInProgress() {
    return CallsInProgress.count(findSipApplications());
  }

  @Override
  public void processRequest(RequestEvent event) {
    // A peer must not steer what an application sends on.
    event.getRequest().removeHeader(BondHop.HEADER);
    NamedDialogs.keep(event.getRequest());
    if (lacksDialog(event)) {
      refuse(event, Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST);
    } else if (draining && begins(event.getRequest())) {
      refuse(event, Response.SERVICE_UNAVAILABLE);
    } else {
      super.processRequest(event);
    }
  }

  @Override
  public void processResponse(ResponseEvent event) {
    Response response = event.getResponse();
    response.removeHeader(BondHop.HEADER);
    try {
      ClientRequest.of(event.getClientTransaction())
          .ifPresent(request -> request.answered(response.getStatusCode()));
    } finally {
      super.processResponse(lateAnswers.placed(event));
    }
  }

  /** Comes before a {@link TimeoutEvent} for the same transaction. */
  @Override
  public void processIOException(IOExceptionEvent event) {
    if (event.getSource() instanceof ClientTransaction transaction) {
      ClientRequest.of(transaction)
          .ifPresent(request -> request.failed(ClientRequest.TRANSPORT_ERROR));
    }
    super.processIOException(event);
  }

  @Override
  public void processTimeout(TimeoutEvent event) {
    if (!event.isServerTransaction()) {
      ClientRequest.of(event.getClientTransaction())
          .ifPresent(request -> request.failed(ClientRequest.TIMEOUT));
    }
    super.processTimeout(event);
  }

  private static boolean begins(Request request) {
    ToHeader to = (ToHeader) request.getHeader(ToHeader.NAME);
    return to.getTag() == null && !PART_OF_A_CALL.contains(request.getMethod());
  }

  /** The container would send it to its request-URI, by whatever socket it came in. */
  private static boolean lacksDialog(RequestEvent event) {
    return event.getDialog() == null && WITHIN_A_DIALOG.contains(event.getRequest().getMethod());
  }

  private static void refuse(RequestEvent event, int status) {
    SipProvider provider = (SipProvider) event.getSource();
    Request request = event.getRequest();
    try {
      Response response = SipFactoryImpl.messageFactory.createResponse(status, request);
      ServerTransaction transaction = event.getServerTransaction();
      (transaction == null ? provider.getNewServerTransaction(request) : transaction)
          .sendResponse(response);
    } catch (SipException | ParseException | InvalidArgumentException e) {
      LOG.warn("cannot refuse " + request.getMethod() + ": " + e.getMessage());
    }
  }
}
