package org.sipbond.arquillian;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.sipbond.core.bond.Listener;

/**
 * What the tests' container is to be.
 *
 * @param httpPort 0 for any free one
 * @param applicationRouter empty to send everything to the application that was deployed last
 * @param baseDirectory each run makes a folder of its own in it
 */
record Settings(
    List<Listener> listeners,
    InetAddress httpAddress,
    int httpPort,
    List<String> applicationRouter,
    Path baseDirectory,
    Map<String, String> stackProperties) {

  Settings {
    listeners = List.copyOf(listeners);
    applicationRouter = List.copyOf(applicationRouter);
    stackProperties = Map.copyOf(stackProperties);
  }
}
