package org.sipbond.bench;

import java.time.Duration;
import java.util.Locale;
import org.sipbond.testkit.sipp.SippResult;

/**
 * What one run gave.
 *
 * @param cpu user and system time of the subject under load
 * @param residentKib of the subject at the end
 * @param messages that were captured
 * @param strays messages to a peer from anything but the listener of its side
 */
record Figures(
    String subject,
    String network,
    int calls,
    int perSecond,
    SippResult result,
    Duration cpu,
    long residentKib,
    long messages,
    long strays) {
  private static final String ROW =
      "| %-26s | %-28s | %6s | %5s | %6s | %6s | %9s | %7s | %8s | %6s |";

  static String head() {
    return ROW.formatted(
            "subject",
            "from and to",
            "calls",
            "per s",
            "failed",
            "repeat",
            "cpu s/10k",
            "rss MiB",
            "messages",
            "strays")
        + "\n"
        + ROW.formatted("---", "---", "---", "---", "---", "---", "---", "---", "---", "---");
  }

  @Override
  public String toString() {
    double perTenThousand = cpu.toMillis() / 1000.0 * 10_000 / calls;
    return String.format(
        Locale.ROOT,
        ROW,
        subject,
        network,
        result.successful(),
        perSecond,
        calls - result.successful(),
        result.retransmissions(),
        String.format(Locale.ROOT, "%.1f", perTenThousand),
        residentKib / 1024,
        messages,
        strays);
  }
}
