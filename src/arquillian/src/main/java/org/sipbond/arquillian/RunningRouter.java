package org.sipbond.arquillian;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.sipbond.container.ApplicationRouting;

/** Sends every request to the application that was deployed last, while the container runs. */
final class RunningRouter {
  private static final String DISPATCHER = "*:type=SipApplicationDispatcher";

  private final List<String> applications = new ArrayList<>();

  void deployed(List<String> names) throws DeploymentException {
    applications.addAll(0, names);
    apply();
  }

  void undeployed(List<String> names) throws DeploymentException {
    applications.removeAll(names);
    apply();
  }

  /** With no application left the routing stays as it was: to one that is not there. */
  private void apply() throws DeploymentException {
    if (applications.isEmpty()) {
      return;
    }
    String lines = String.join("\n", ApplicationRouting.everythingTo(applications.get(0)));
    try {
      MBeanServer server = ManagementFactory.getPlatformMBeanServer();
      for (ObjectName dispatcher : server.queryNames(new ObjectName(DISPATCHER), null)) {
        server.invoke(
            dispatcher,
            "updateApplicationRouterConfiguration",
            new Object[] {lines},
            new String[] {Object.class.getName()});
      }
    } catch (JMException e) {
      throw new DeploymentException("cannot route to " + applications.get(0), e);
    }
  }
}
