package org.sipbond.arquillian.remote;

import javax.servlet.sip.SipServlet;
import javax.servlet.sip.TimerService;

/** Gives the application's {@link TimerService}. */
final class TimerServiceProvider extends ContextAttributeProvider {
  TimerServiceProvider() {
    super(TimerService.class, SipServlet.TIMER_SERVICE);
  }
}
