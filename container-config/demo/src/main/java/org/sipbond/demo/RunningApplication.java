package org.sipbond.demo;

import java.lang.management.ManagementFactory;
import javax.management.JMX;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import org.sipbond.management.ApplicationMXBean;

/** The application that runs in this process. */
final class RunningApplication {
  private RunningApplication() {}

  /** Its management interface; calls fail when no application is deployed. */
  static ApplicationMXBean find() {
    try {
      return JMX.newMXBeanProxy(
          ManagementFactory.getPlatformMBeanServer(),
          new ObjectName(ApplicationMXBean.OBJECT_NAME),
          ApplicationMXBean.class);
    } catch (MalformedObjectNameException broken) {
      throw new IllegalStateException(ApplicationMXBean.OBJECT_NAME, broken);
    }
  }
}
