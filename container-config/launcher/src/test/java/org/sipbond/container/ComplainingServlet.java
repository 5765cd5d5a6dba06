package org.sipbond.container;

import java.util.List;
import javax.servlet.sip.SipServlet;
import javax.servlet.sip.SipServletContextEvent;
import javax.servlet.sip.SipServletListener;

/** Finds out that it cannot work when the container tells it that the sockets are there. */
public class ComplainingServlet extends SipServlet implements SipServletListener {
  private static final long serialVersionUID = 1L;

  @Override
  public void servletInitialized(SipServletContextEvent event) {
    event
        .getServletContext()
        .setAttribute("org.sipbond.container.problems", List.of("first problem", "second problem"));
  }
}
