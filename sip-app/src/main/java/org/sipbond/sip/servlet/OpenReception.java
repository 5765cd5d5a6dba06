package org.sipbond.sip.servlet;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import javax.servlet.sip.SipURI;
import org.sipbond.core.b2bua.HeaderPolicy;
import org.sipbond.core.bond.DrainedListeners;
import org.sipbond.core.bond.Listener;
import org.sipbond.core.bond.ListenerKey;
import org.sipbond.core.decision.Decider;
import org.sipbond.core.decision.Refusal;
import org.sipbond.core.explain.Inquiry;
import org.sipbond.core.rule.RequestFacts;
import org.sipbond.core.rule.Ruling;
import org.sipbond.sip.call.Bridge;
import org.sipbond.sip.exchange.Exchanges;
import org.sipbond.sip.message.Answers;
import org.sipbond.sip.message.Headers;
import org.sipbond.sip.message.RequestReader;
import org.sipbond.sip.observe.CallLog;
import org.sipbond.sip.outbound.OutboundInterface;

/** Refuses a request, or begins a call with it, as decided. One for each configuration. */
public final class OpenReception implements Reception {
  private static final String METHODS =
      "INVITE, ACK, CANCEL, BYE, OPTIONS, INFO, MESSAGE, NOTIFY, PUBLISH, REFER, SUBSCRIBE, UPDATE";

  /**
   * These are nothing without a dialog (RFC 3261 §15.1.2, RFC 3262 §3, RFC 3311 §5.2, RFC 6086
   * §4.2.2).
   */
  private static final Set<String> WITHIN_A_DIALOG = Set.of("BYE", "INFO", "PRACK", "UPDATE");

  private final Map<ListenerKey, Listener> listeners;
  private final DrainedListeners drained;
  private final Decider decider;
  private final OutboundInterface outbound;
  private final Bridge bridge;
  private final Exchanges exchanges;
  private final CallLog log;

  /**
   * @param listeners those of the configuration, by their sockets
   */
  public OpenReception(
      Map<ListenerKey, Listener> listeners,
      DrainedListeners drained,
      Decider decider,
      OutboundInterface outbound,
      Bridge bridge,
      Exchanges exchanges,
      CallLog log) {
    this.listeners = Map.copyOf(listeners);
    this.drained = drained;
    this.decider = decider;
    this.outbound = outbound;
    this.bridge = bridge;
    this.exchanges = exchanges;
    this.log = log;
  }

  @Override
  public void receive(SipServletRequest request) throws IOException {
    Optional<Listener> ingress = RequestReader.socket(request).map(listeners::get);
    if (ingress.isEmpty()) {
      refuse(request, SipServletResponse.SC_FORBIDDEN, "no-listener", "listener is in no bond");
      return;
    }
    outbound.use(request.getSession(), ingress.get());
    if (drained.contains(ingress.get())) {
      refuse(request, Refusal.ofDrained());
    } else if (isPing(request)) {
      pong(request, ingress.get());
    } else if (needsDialog(request)) {
      refuse(request, SipServletResponse.SC_CALL_LEG_DONE, "no-dialog", "there is no such dialog");
    } else {
      first(request, ingress.get());
    }
  }

  private void first(SipServletRequest request, Listener ingress) throws IOException {
    Optional<RequestFacts> facts = RequestReader.facts(request, ingress);
    Optional<String> unsupported = HeaderPolicy.unsupportedOptions(Headers.required(request));
    if (facts.isEmpty()) {
      refuse(
          request,
          SipServletResponse.SC_UNSUPPORTED_URI_SCHEME,
          "request-uri",
          "request-uri is no sip or sips uri");
    } else if (unsupported.isPresent()) {
      log.refused(SipServletResponse.SC_BAD_EXTENSION, "extension");
      Answers.badExtension(request, unsupported.get());
    } else {
      decide(request, facts.get());
    }
  }

  private void decide(SipServletRequest request, RequestFacts facts) throws IOException {
    Ruling ruling = decider.rule(facts);
    Inquiry.Call call = new Inquiry.Call(request.getCallId(), facts);
    if (ruling instanceof Ruling.Refuse refuse) {
      Refusal refusal = Refusal.of(refuse);
      log.refused(call, refuse, refusal);
      answer(request, refusal);
    } else if (ruling instanceof Ruling.Bridge bridged) {
      begin(request, call, bridged);
    }
  }

  /** A 405 has to name what is allowed (RFC 3261 §21.4.6). */
  private static void answer(SipServletRequest request, Refusal refusal) throws IOException {
    if (refusal.status() == SipServletResponse.SC_METHOD_NOT_ALLOWED) {
      Answers.allow(request, refusal.status(), METHODS);
    } else {
      Answers.refuse(request, refusal.status(), refusal.reason());
    }
  }

  private void begin(SipServletRequest request, Inquiry.Call call, Ruling.Bridge ruling)
      throws IOException {
    switch (request.getMethod()) {
      case "INVITE" -> bridge.begin(request, call, ruling);
      case "REGISTER" -> notAllowed(request);
      default -> exchanges.begin(request, call, ruling);
    }
  }

  /** The container hands over as new what names a dialog that it does not know. */
  private static boolean needsDialog(SipServletRequest request) {
    return WITHIN_A_DIALOG.contains(request.getMethod())
        || request.getTo().getParameter("tag") != null;
  }

  /** An OPTIONS for the server itself, as peers send it to see whether it is alive. */
  private static boolean isPing(SipServletRequest request) {
    return "OPTIONS".equals(request.getMethod())
        && request.getRequestURI() instanceof SipURI uri
        && (uri.getUser() == null || uri.getUser().isEmpty());
  }

  private void pong(SipServletRequest request, Listener ingress) throws IOException {
    if (decider.rules().bonds().holding(ingress).isEmpty()) {
      refuse(request, SipServletResponse.SC_FORBIDDEN, "no-bond", "listener is in no bond");
    } else {
      Answers.allow(request, SipServletResponse.SC_OK, METHODS);
    }
  }

  private void notAllowed(SipServletRequest request) throws IOException {
    log.refused(SipServletResponse.SC_METHOD_NOT_ALLOWED, "method");
    Answers.allow(request, SipServletResponse.SC_METHOD_NOT_ALLOWED, METHODS);
  }

  private void refuse(SipServletRequest request, Refusal why) throws IOException {
    refuse(request, why.status(), why.cause(), why.reason());
  }

  private void refuse(SipServletRequest request, int status, String cause, String reason)
      throws IOException {
    log.refused(status, cause);
    Answers.refuse(request, status, reason);
  }
}
