package org.sipbond.sip.boot;

import javax.servlet.ServletContext;
import javax.servlet.ServletContextEvent;
import javax.servlet.ServletContextListener;
import javax.servlet.sip.SipServletContextEvent;
import javax.servlet.sip.SipServletListener;
import org.sipbond.sip.servlet.ClosedReception;
import org.sipbond.sip.servlet.Reception;

/**
 * Starts the application in the container's two steps: with the context, the configuration is read
 * and a broken one stops the deployment; with the SIP servlets (JSR 289 §2.1.1), when the container
 * has its listeners, they are checked and calls are taken. Keeps nothing itself, see BridgeServlet.
 */
public class Boot implements ServletContextListener, SipServletListener {

  @Override
  public void contextInitialized(ServletContextEvent event) {
    ServletContext context = event.getServletContext();
    context.setAttribute(Reception.ATTRIBUTE, new ClosedReception("starting"));
    Application.start(context);
  }

  @Override
  public void servletInitialized(SipServletContextEvent event) {
    Application.in(event.getServletContext()).ifPresent(Application::open);
  }

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    Application.in(event.getServletContext()).ifPresent(Application::stop);
  }
}
