package org.sipbond.container.command;

import java.io.IOException;
import java.time.Duration;
import org.apache.log4j.Logger;
import org.sipbond.container.ContainerException;
import org.sipbond.container.SipContainer;
import org.sipbond.management.socket.ManagementSocket;

/** What happens between the signal to end and the end. */
final class Shutdown implements Runnable {
  private static final Logger LOG = Logger.getLogger(Shutdown.class);

  private final SipContainer container;
  private final ManagementSocket management;
  private final RunFiles files;
  private final Duration drainTimeout;

  Shutdown(
      SipContainer container, ManagementSocket management, RunFiles files, Duration drainTimeout) {
    this.container = container;
    this.management = management;
    this.files = files;
    this.drainTimeout = drainTimeout;
  }

  @Override
  public void run() {
    try {
      LOG.info("stopping: new calls are refused, running ones may end");
      if (!container.drain(drainTimeout)) {
        LOG.warn("calls were cut off; they did not end within " + drainTimeout.toSeconds() + " s");
      }
      container.stop();
      management.close();
      files.release();
      LOG.info("stopped");
    } catch (ContainerException | IOException e) {
      LOG.error("not stopped cleanly: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      Logging.stop();
    }
  }
}
