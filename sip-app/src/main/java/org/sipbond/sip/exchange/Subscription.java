package org.sipbond.sip.exchange;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.servlet.sip.SipServletMessage;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import javax.servlet.sip.SipSession;
import org.sipbond.core.b2bua.SubscriptionTerm;
import org.sipbond.sip.leg.CalleeLeg;
import org.sipbond.sip.leg.DialogLeg;
import org.sipbond.sip.leg.Relay;
import org.sipbond.sip.leg.TimeLimits;

/**
 * A subscription between two dialogs, made by SUBSCRIBE (RFC 6665) or REFER (RFC 3515). What comes
 * within one dialog goes on in the other. When it is over, or nobody has refreshed it in time, the
 * sessions are let go; what comes in the minute until then is still passed on. Guarded by its
 * exchange.
 */
final class Subscription implements Owner {
  private static final System.Logger LOG = System.getLogger(Subscription.class.getName());

  private final Caller caller;
  private final Exchange exchange;
  private final DialogLeg subscriber;
  private final Relay relay;
  private final TimeLimits time;
  private Optional<DialogLeg> notifier = Optional.empty();
  private Optional<Future<?>> end = Optional.empty();

  /** NOTIFY may overtake the 2xx (RFC 6665 §4.1.3), without which the subscriber has no dialog. */
  private final List<SipServletRequest> early = new ArrayList<>();

  Subscription(
      Caller caller, Exchange exchange, DialogLeg subscriber, Relay relay, TimeLimits time) {
    this.caller = caller;
    this.exchange = exchange;
    this.subscriber = subscriber;
    this.relay = relay;
    this.time = time;
  }

  @Override
  public void request(SipServletRequest request) throws IOException {
    synchronized (exchange) {
      Optional<DialogLeg> other = other(request);
      if (notifier.isEmpty()) {
        early.add(request);
      } else if (other.isPresent()) {
        pass(request, other.get());
      } else {
        // Another notifier that the SUBSCRIBE reached: RFC 6665 §4.4.1 lets us have one.
        request.createResponse(SipServletResponse.SC_CALL_LEG_DONE).send();
      }
    }
  }

  @Override
  public void response(SipServletResponse response) throws IOException {
    synchronized (exchange) {
      if (response.getRequest().isInitial()) {
        exchange.response(response);
      } else {
        passed(response);
      }
    }
  }

  @Override
  public void answered(CalleeLeg leg, SipServletResponse answer) {
    boolean success = answer.getStatus() < SipServletResponse.SC_MULTIPLE_CHOICES;
    if (success && !"false".equalsIgnoreCase(answer.getHeader("Refer-Sub"))) {
      notifier =
          Optional.of(
              new DialogLeg(
                  leg.session(), leg.attempt().member().bond(), leg.attempt().member().listener()));
      keep(leg.session());
      keep(subscriber.session());
      goesOn(granted(answer));
      early.forEach(this::late);
      early.clear();
    } else {
      refused();
    }
  }

  /**
   * Until {@link Caller#leave}: the container would end both as soon as it sees the last NOTIFY,
   * and then not know what its answer is for.
   */
  private static void keep(SipSession session) {
    session.setInvalidateWhenReady(false);
    session.getApplicationSession().setInvalidateWhenReady(false);
  }

  @Override
  public void refused() {
    early.forEach(this::decline);
    early.clear();
    caller.leave();
  }

  private static SubscriptionTerm granted(SipServletResponse answer) {
    return "SUBSCRIBE".equals(answer.getMethod())
        ? SubscriptionTerm.granted(
            Stream.of(answer.getHeader("Expires"), answer.getRequest().getHeader("Expires"))
                .filter(Objects::nonNull)
                .toList())
        : SubscriptionTerm.implicit();
  }

  private void pass(SipServletRequest request, DialogLeg other) throws IOException {
    relay.pass(relay.onward(request, other), other, () -> {});
    if ("NOTIFY".equals(request.getMethod())) {
      Optional.ofNullable(request.getHeader("Subscription-State"))
          .flatMap(SubscriptionTerm::notified)
          .ifPresent(this::goesOn);
    }
  }

  private void late(SipServletRequest notify) {
    try {
      pass(notify, subscriber);
    } catch (IOException unreadable) {
      LOG.log(Level.WARNING, "body of NOTIFY in call " + notify.getCallId(), unreadable);
    }
  }

  private void decline(SipServletRequest notify) {
    try {
      notify.createResponse(SipServletResponse.SC_CALL_LEG_DONE).send();
    } catch (IOException gone) {
      LOG.log(Level.DEBUG, "sender of NOTIFY is gone", gone);
    }
  }

  private void passed(SipServletResponse response) throws IOException {
    relay.relayed(response, isOfSubscriber(response) ? subscriber : notifier.orElseThrow());
    int status = response.getStatus();
    if (status >= SipServletResponse.SC_MULTIPLE_CHOICES) {
      SubscriptionTerm.failed(response.getMethod(), status).ifPresent(this::goesOn);
    } else if (status >= SipServletResponse.SC_OK && "SUBSCRIBE".equals(response.getMethod())) {
      goesOn(granted(response));
    }
  }

  private void goesOn(SubscriptionTerm term) {
    end.ifPresent(waiting -> waiting.cancel(false));
    if (term.over()) {
      caller.leave();
    } else {
      end = Optional.of(time.after(term.left(), caller::leave));
    }
  }

  private boolean isOfSubscriber(SipServletMessage message) {
    return subscriber.session().getId().equals(message.getSession().getId());
  }

  /** The leg that a message did not come on; empty where it came on none. */
  private Optional<DialogLeg> other(SipServletMessage message) {
    return isOfSubscriber(message)
        ? notifier
        : notifier
            .filter(leg -> leg.session().getId().equals(message.getSession().getId()))
            .map(leg -> subscriber);
  }
}
