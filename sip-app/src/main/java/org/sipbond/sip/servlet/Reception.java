package org.sipbond.sip.servlet;

import java.io.IOException;
import javax.servlet.ServletContext;
import javax.servlet.sip.SipServletRequest;

/** Receives the requests that belong to no call yet. Free for any thread. */
public interface Reception {
  /** The attribute of the servlet context that holds the reception. */
  String ATTRIBUTE = "org.sipbond.reception";

  /** Answers the request, or begins a call with it. */
  void receive(SipServletRequest request) throws IOException;

  /** The reception that is in charge now. */
  static Reception in(ServletContext context) {
    return (Reception) context.getAttribute(ATTRIBUTE);
  }
}
