package org.sipbond.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.sipbond.core.net.Transport;

/**
 * {@code java -jar src/bench/target/sipbond-bench.jar [seconds]}: each subject and way across, from
 * a cold start, one after the other. Needs sipp, tshark and kamailio, and the right to capture.
 */
public final class Bench {
  private static final int USUAL_SECONDS = 60;
  private static final int FAST = 100;
  private static final int SLOW = 20;

  private Bench() {}

  /** The unpacked folder, from where the benchmark is started. */
  static Path distribution() {
    return Path.of(
            System.getProperty("distribution", "container-config/distribution/target/sipbond"))
        .toAbsolutePath();
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : USUAL_SECONDS;
    Path distribution = distribution();
    Subject sipbond = ContainerSubject.sipbond(distribution);
    Network udp = Network.of(Transport.UDP, Transport.UDP, false);
    Network tcp = Network.of(Transport.UDP, Transport.TCP, false);
    Network ipv6 = Network.of(Transport.UDP, Transport.UDP, true);
    Load fast = new Load(seconds * FAST, FAST);
    Load slow = new Load(seconds * SLOW, SLOW);

    System.out.println(Figures.head());
    for (Subject subject :
        List.of(sipbond, ContainerSubject.bare(distribution), new KamailioSubject())) {
      System.out.println(fast.run(subject, udp));
    }
    System.out.println(slow.run(sipbond, tcp));
    System.out.println(slow.run(sipbond, ipv6));
  }
}
