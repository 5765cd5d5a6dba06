package org.sipbond.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.sipbond.core.net.Transport;
import org.sipbond.testkit.relay.Weather;

/**
 * {@code java -cp src/bench/target/sipbond-bench.jar org.sipbond.bench.MixBench [seconds [rate
 * [loss]]]}: every kind of {@link Mix} at that many a second, all of them side by side. With a
 * loss, such as 0.02, that share of all datagrams is lost on each side, and as many are overtaken;
 * streams have no such thing. What is played to warm the server up is not counted. Ends with exit
 * code 1 when anything failed or was left over. Needs sipp.
 */
public final class MixBench {
  private static final int USUAL_SECONDS = 900;
  private static final int USUAL_RATE = 3;
  private static final Duration LATE = Duration.ofMillis(50);
  private static final long SEED = 42;

  private MixBench() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : USUAL_SECONDS;
    int rate = arguments.length > 1 ? Integer.parseInt(arguments[1]) : USUAL_RATE;
    double loss = arguments.length > 2 ? Double.parseDouble(arguments[2]) : 0;
    MixLoad load = new MixLoad(Mix.parts(), seconds, rate, new Weather(loss, loss, LATE, SEED));
    Path folder = Files.createTempDirectory("sipbond-mix-");
    boolean good;
    try (Running running =
            ContainerSubject.sipbond(Bench.distribution())
                .start(Network.of(Transport.UDP, Transport.UDP, false), load.document(), folder);
        Vitals vitals = Vitals.of(running.process().toHandle())) {
      load.warmUp();
      good = load.run(running, vitals);
    }
    System.out.println("files of the server: " + folder);
    System.exit(good ? 0 : 1);
  }
}
