package org.sipbond.web.console;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import javax.management.JMException;
import javax.management.JMX;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.sipbond.management.ApplicationMXBean;

/** Shows the state of the running application on one page; changes nothing. */
@SuppressWarnings("serial")
public class StatusServlet extends HttpServlet {

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if (!isRoot(request)) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    try {
      MBeanServer server = ManagementFactory.getPlatformMBeanServer();
      ObjectName name = new ObjectName(ApplicationMXBean.OBJECT_NAME);
      if (server.isRegistered(name)) {
        ApplicationMXBean application = JMX.newMXBeanProxy(server, name, ApplicationMXBean.class);
        write(response, HttpServletResponse.SC_OK, StatusPage.of(application));
      } else {
        write(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, StatusPage.notDeployed());
      }
    } catch (JMException unnamed) {
      throw new ServletException("cannot ask " + ApplicationMXBean.OBJECT_NAME, unnamed);
    }
  }

  private static boolean isRoot(HttpServletRequest request) {
    String path = request.getServletPath();
    return path.isEmpty() || path.equals("/");
  }

  private static void write(HttpServletResponse response, int status, String page)
      throws IOException {
    byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
    response.setStatus(status);
    response.setContentType("text/html;charset=UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }
}
