package org.sipbond.arquillian.facts;

import java.io.IOException;
import java.util.List;
import javax.servlet.ServletContext;
import javax.servlet.ServletContextEvent;
import javax.servlet.ServletContextListener;
import javax.servlet.sip.SipServlet;
import javax.servlet.sip.SipServletContextEvent;
import javax.servlet.sip.SipServletListener;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;

/** Tells in the answer to an OPTIONS what its application saw of the container as it started. */
public class LifecycleServlet extends SipServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doOptions(SipServletRequest request) throws IOException {
    SipServletResponse response = request.createResponse(200);
    for (String name : List.of("X-Context-Initialized", "X-Servlet-Initialized")) {
      response.setHeader(name, String.valueOf(getServletContext().getAttribute(name)));
    }
    response.setHeader("X-Parameter", String.valueOf(getServletContext().getInitParameter("one")));
    response.send();
  }

  /** Counts the outbound interfaces when the container calls it. */
  public static class Listener implements ServletContextListener, SipServletListener {
    @Override
    public void contextInitialized(ServletContextEvent event) {
      note(event.getServletContext(), "X-Context-Initialized");
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {}

    @Override
    public void servletInitialized(SipServletContextEvent event) {
      note(event.getServletContext(), "X-Servlet-Initialized");
    }

    private static void note(ServletContext context, String name) {
      List<?> interfaces = (List<?>) context.getAttribute(SipServlet.OUTBOUND_INTERFACES);
      context.setAttribute(name, interfaces.size());
    }
  }

  /** Does not let its application start. */
  public static class Refusing implements ServletContextListener {
    @Override
    public void contextInitialized(ServletContextEvent event) {
      throw new IllegalStateException("not today");
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {}
  }
}
