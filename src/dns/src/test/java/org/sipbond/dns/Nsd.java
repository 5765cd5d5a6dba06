package org.sipbond.dns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** NSD, an authoritative server, with one zone. */
final class Nsd implements AutoCloseable {
  private final Process process;

  private Nsd(Process process) {
    this.process = process;
  }

  /** Begins to start it; it answers a little later. */
  static Nsd start(Path directory, InetSocketAddress address, String origin, String zone) {
    try {
      Path config = directory.resolve("nsd.conf");
      Files.writeString(directory.resolve("zone"), zone);
      Files.writeString(config, config(directory, address, origin));
      return new Nsd(
          new ProcessBuilder("nsd", "-d", "-c", config.toString())
              .redirectErrorStream(true)
              .redirectOutput(directory.resolve("nsd.log").toFile())
              .start());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static String config(Path directory, InetSocketAddress address, String origin) {
    return """
        server:
          ip-address: %1$s@%2$d
          port: %2$d
          server-count: 1
          username: ""
          chroot: ""
          zonesdir: "%3$s"
          pidfile: "%3$s/nsd.pid"
          database: ""
          xfrdfile: "%3$s/xfrd.state"
          zonelistfile: "%3$s/zone.list"
          xfrdir: "%3$s"
          rrl-ratelimit: 0
        remote-control:
          control-enable: no
        zone:
          name: %4$s
          zonefile: zone
        """
        .formatted(address.getAddress().getHostAddress(), address.getPort(), directory, origin);
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
