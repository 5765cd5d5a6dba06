package org.sipbond.bench;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import javax.management.AttributeNotFoundException;
import javax.management.JMException;
import javax.management.JMX;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import org.sipbond.management.ApplicationMXBean;

/** What the server tells of itself over JMX; it has to run as the same user. */
final class Vitals implements AutoCloseable {
  private static final int KIB = 1024;

  private final JMXConnector connector;
  private final MBeanServerConnection server;
  private final MemoryMXBean memory;
  private final ApplicationMXBean application;

  private Vitals(JMXConnector connector) throws IOException, JMException {
    this.connector = connector;
    this.server = connector.getMBeanServerConnection();
    this.memory =
        JMX.newMXBeanProxy(
            server, new ObjectName(ManagementFactory.MEMORY_MXBEAN_NAME), MemoryMXBean.class);
    this.application =
        JMX.newMXBeanProxy(
            server, new ObjectName(ApplicationMXBean.OBJECT_NAME), ApplicationMXBean.class);
  }

  @SuppressWarnings("BanJNDI") // the address comes from the process itself, on this machine
  static Vitals of(ProcessHandle process) throws IOException {
    try {
      VirtualMachine machine = VirtualMachine.attach(Long.toString(process.pid()));
      String url = machine.startLocalManagementAgent();
      machine.detach();
      return new Vitals(JMXConnectorFactory.connect(new JMXServiceURL(url)));
    } catch (AttachNotSupportedException | JMException failed) {
      throw new IOException("cannot ask process " + process.pid(), failed);
    }
  }

  /** What the heap holds after a full collection, which is made for this. */
  long liveHeapKib() {
    memory.gc();
    return memory.getHeapMemoryUsage().getUsed() / KIB;
  }

  /** SIP sessions of all applications. */
  int sipSessions() throws IOException {
    return sum("activeSipSessions");
  }

  /** SIP application sessions of all applications. */
  int applicationSessions() throws IOException {
    return sum("activeSipApplicationSessions");
  }

  /** What sipbond counts. */
  ApplicationMXBean application() {
    return application;
  }

  private int sum(String attribute) throws IOException {
    try {
      int sum = 0;
      for (ObjectName manager : server.queryNames(new ObjectName("*:type=Manager,*"), null)) {
        sum += value(manager, attribute);
      }
      return sum;
    } catch (JMException failed) {
      throw new IOException("no " + attribute, failed);
    }
  }

  private int value(ObjectName manager, String attribute) throws IOException, JMException {
    try {
      return (Integer) server.getAttribute(manager, attribute);
    } catch (AttributeNotFoundException ofPlainHttp) {
      return 0;
    }
  }

  @Override
  public void close() throws IOException {
    connector.close();
  }
}
