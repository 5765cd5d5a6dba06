package org.sipbond.sip.leg;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.servlet.sip.Rel100Exception;
import javax.servlet.sip.SipServletMessage;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.sipbond.core.decision.Refusal;
import org.sipbond.core.dialog.DialogId;
import org.sipbond.sip.message.Answers;
import org.sipbond.sip.message.GrantedTime;
import org.sipbond.sip.message.Headers;

/** Passes messages from one leg of a call to the other. Guarded by its call. */
public final class Relay {
  private static final String ORIGIN = "org.sipbond.origin";
  private static final System.Logger LOG = System.getLogger(Relay.class.getName());

  private final DialogSender sender;

  /** 2xx responses to INVITE that wait for the other leg's ACK, by the session they came on. */
  private final Map<String, SipServletResponse> unacknowledged = new HashMap<>();

  /** Dialogs whose names the other leg has; more than one where a callee forked. */
  private final Set<DialogId> met = new HashSet<>();

  public Relay(DialogSender sender) {
    this.sender = sender;
  }

  /** The call is over: its dialogs have no names on the other leg any more. */
  public void part() {
    met.forEach(sender.dialogs()::part);
    met.clear();
  }

  /** Sends a request of our own on a leg; what cannot be sent is told to the log. */
  public void send(SipServletRequest request, DialogLeg leg) {
    sender.send(request, leg, why -> unsent(request.getMethod(), leg, why));
  }

  /**
   * Sends a request of our own on a leg.
   *
   * @param unsent gets to know, on any thread, why it could not be sent
   */
  public void send(SipServletRequest request, DialogLeg leg, Consumer<Refusal> unsent) {
    sender.send(request, leg, unsent);
  }

  /** Remembers a 2xx to an INVITE until the other leg acknowledges. */
  public void awaitAck(SipServletResponse success) {
    unacknowledged.put(success.getSession().getId(), success);
  }

  /** Sends the ACK that a leg still waits for, with the body of the other leg's ACK. */
  public void acknowledge(DialogLeg leg, SipServletMessage cause) throws IOException {
    SipServletResponse success = unacknowledged.remove(leg.session().getId());
    if (success != null) {
      SipServletRequest ack = success.createAck();
      if (cause instanceof SipServletRequest request && "ACK".equals(request.getMethod())) {
        Headers.copyBody(request, ack);
      }
      send(ack, leg);
    }
  }

  /** What a request becomes that JSR 289 makes from a response, as it does PRACK. */
  public static SipServletRequest onward(SipServletRequest request, SipServletRequest made)
      throws IOException {
    Headers.copy(request, made);
    made.setAttribute(ORIGIN, request);
    return made;
  }

  /** What a request of the dialog becomes on the other leg; to be given to {@link #pass}. */
  public SipServletRequest onward(SipServletRequest request, DialogLeg leg) throws IOException {
    SipServletRequest onward = leg.session().createRequest(request.getMethod());
    Headers.copy(request, onward);
    if ("INVITE".equals(request.getMethod())) {
      // The stack knows reliable responses only to the INVITE that begins a dialog.
      Reliability.without(onward);
    }
    onward.setAttribute(ORIGIN, request);
    return onward;
  }

  /**
   * Passes a request on to a leg.
   *
   * @param onward as {@link #onward} gave it
   * @param unsent runs on any thread when it could not be sent, and its origin was told so
   */
  public void pass(SipServletRequest onward, DialogLeg leg, Runnable unsent) {
    sender.send(onward, leg, declining(origin(onward).orElseThrow(), unsent));
  }

  private static Consumer<Refusal> declining(SipServletRequest request, Runnable unsent) {
    return why -> {
      unsent.run();
      try {
        Answers.decline(request, why.status(), why.reason());
      } catch (IOException gone) {
        LOG.log(Level.DEBUG, "sender of " + request.getMethod() + " is gone", gone);
      }
    };
  }

  /**
   * Passes the response to a relayed request back; it came on that leg.
   *
   * @param finish writes what is not copied
   * @return false when the request was cancelled meanwhile, or the response is for a request of our
   *     own
   */
  public boolean relayed(
      SipServletResponse response, DialogLeg leg, Consumer<SipServletResponse> finish)
      throws IOException {
    Optional<SipServletRequest> origin = origin(response.getRequest());
    if (isInviteSuccess(response)) {
      awaitAck(response);
    }
    boolean relayed = origin.isPresent() && sendOn(response, origin.get(), finish);
    if (!relayed) {
      // The origin was cancelled meanwhile: nobody will send the ACK that a 2xx needs.
      acknowledge(leg, response);
    }
    return relayed;
  }

  /** The same where all that is to be said is copied. */
  public boolean relayed(SipServletResponse response, DialogLeg leg) throws IOException {
    return relayed(response, leg, complete -> {});
  }

  /** The request of the other leg that one was made from; empty for one of our own. */
  public static Optional<SipServletRequest> origin(SipServletRequest onward) {
    return Optional.ofNullable((SipServletRequest) onward.getAttribute(ORIGIN));
  }

  /**
   * Answers {@code origin} as {@code response} does.
   *
   * @return false when the origin has its final answer: after a CANCEL the container gives it
   *     before it tells of it, and {@code isCommitted()} says nothing
   */
  public static boolean sendOn(SipServletResponse response, SipServletRequest origin)
      throws IOException {
    return sendOn(response, origin, onward -> {});
  }

  /**
   * The same for the INVITE that begins the call: each dialog has a name on the other leg then.
   *
   * @param finish writes what is not copied
   */
  public boolean sendOnNamed(
      SipServletResponse response, SipServletRequest origin, Consumer<SipServletResponse> finish)
      throws IOException {
    return sendOn(
        response,
        origin,
        onward -> {
          finish.accept(onward);
          meet(response, onward);
        });
  }

  private static boolean sendOn(
      SipServletResponse response,
      SipServletRequest origin,
      Consumer<SipServletResponse> beforeItIsSent)
      throws IOException {
    try {
      SipServletResponse onward = answer(response, origin);
      beforeItIsSent.accept(onward);
      onward.send();
      return true;
    } catch (IllegalStateException answered) {
      return false;
    }
  }

  private void meet(SipServletResponse response, SipServletResponse onward) {
    if (response.getStatus() < SipServletResponse.SC_MULTIPLE_CHOICES) {
      sender.dialogs().met(response, onward).ifPresent(met::add);
    }
  }

  /** The same for a provisional response that wants PRACK. See RFC 3262 §3. */
  public boolean sendReliablyOn(SipServletResponse response, SipServletRequest origin)
      throws IOException {
    try {
      SipServletResponse onward = answer(response, origin);
      meet(response, onward);
      onward.sendReliably();
      return true;
    } catch (IllegalStateException answered) {
      return false;
    } catch (Rel100Exception unable) {
      throw new IOException("sender of the INVITE takes no reliable response", unable);
    }
  }

  /** The same where its sender cannot acknowledge, so that it wants none. */
  public void sendUnreliablyOn(SipServletResponse response, SipServletRequest origin)
      throws IOException {
    boolean sent =
        sendOn(
            response,
            origin,
            onward -> {
              onward.removeHeader("Require");
              meet(response, onward);
            });
    if (!sent) {
      LOG.log(Level.DEBUG, "answered meanwhile: {0}", response.getStatus());
    }
  }

  private static SipServletResponse answer(SipServletResponse response, SipServletRequest origin)
      throws IOException {
    SipServletResponse onward =
        origin.createResponse(response.getStatus(), response.getReasonPhrase());
    Headers.copy(response, onward);
    GrantedTime.complete(onward, origin);
    return onward;
  }

  private static boolean isInviteSuccess(SipServletResponse response) {
    return "INVITE".equals(response.getMethod())
        && response.getStatus() >= SipServletResponse.SC_OK
        && response.getStatus() < SipServletResponse.SC_MULTIPLE_CHOICES;
  }

  private static void unsent(String method, DialogLeg leg, Refusal why) {
    LOG.log(
        Level.WARNING,
        "{0} of call {1} was not sent from bond {2}: {3}",
        method,
        leg.session().getCallId(),
        leg.bond().name(),
        why.reason());
  }
}
