package org.sipbond.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Debian's Kamailio as a record-routing, stateful proxy that forces the socket. */
final class KamailioSubject implements Subject {
  private static final String CONFIGURATION =
      """
      debug=1
      log_stderror=yes
      children=1
      tcp_children=1
      listen=%1$s
      listen=%2$s
      loadmodule "tm.so"
      loadmodule "sl.so"
      loadmodule "rr.so"
      loadmodule "pv.so"
      loadmodule "textops.so"
      loadmodule "siputils.so"
      loadmodule "maxfwd.so"
      loadmodule "xlog.so"
      modparam("rr", "enable_double_rr", 1)
      request_route {
        if (!mf_process_maxfwd_header("10")) { sl_send_reply("483", "Too Many Hops"); exit; }
        if (has_totag()) {
          loose_route();
          t_relay();
          exit;
        }
        record_route();
        $du = "%3$s";
        $fs = "%2$s";
        t_relay();
      }
      """;

  @Override
  public String name() {
    return "kamailio, proxy";
  }

  @Override
  public Running start(Network network, Path folder) throws IOException, InterruptedException {
    Path configuration = folder.resolve("kamailio.cfg");
    Files.writeString(
        configuration,
        CONFIGURATION.formatted(
            network.ingress().notation(), network.egress().notation(), network.nextHop()));
    Path output = folder.resolve("output.log");
    Process process =
        new ProcessBuilder(
                List.of(
                    "kamailio",
                    "-DD",
                    "-E",
                    "-m",
                    "256",
                    "-f",
                    configuration.toString(),
                    "-Y",
                    folder.toString(),
                    "-P",
                    folder.resolve("pid").toString()))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    Probe.awaitAnswer(process, network);
    return new Running(process);
  }
}
