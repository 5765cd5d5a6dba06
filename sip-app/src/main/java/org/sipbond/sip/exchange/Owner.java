package org.sipbond.sip.exchange;

import javax.servlet.sip.SipServletResponse;
import org.sipbond.sip.leg.CalleeLeg;
import org.sipbond.sip.leg.Usage;

/** What the messages of an exchange belong to, and what goes on after it. Guarded by it. */
interface Owner extends Usage {
  /** The answer of a callee is on its way to the caller, by the leg that it came on. */
  void answered(CalleeLeg leg, SipServletResponse answer);

  /** The caller was answered by sipbond itself. */
  void refused();
}
