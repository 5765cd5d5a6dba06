package org.sipbond.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import javax.management.AttributeNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** What the container still keeps of calls, by the MBeans of its session managers. */
public final class Sessions {
  /** Calls that are over are let go after a minute, then the container's own timers run. */
  private static final Duration LIMIT = Duration.ofSeconds(100);

  private static final String APPLICATIONS = "activeSipApplicationSessions";

  private Sessions() {}

  /** Waits until no SIP session and no application session is left. */
  public static void awaitNone() {
    await()
        .atMost(LIMIT)
        .pollInterval(Duration.ofMillis(200))
        .untilAsserted(
            () ->
                assertThat(counts())
                    .isNotEmpty()
                    .allSatisfy((what, count) -> assertThat(count).isEqualTo(0)));
  }

  /** How many application sessions there are; each call has one. */
  static int ofApplications() throws JMException {
    return counts().entrySet().stream()
        .filter(count -> count.getKey().endsWith(APPLICATIONS))
        .mapToInt(count -> (Integer) count.getValue())
        .sum();
  }

  private static Map<String, Object> counts() throws JMException {
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    Map<String, Object> counts = new TreeMap<>();
    for (ObjectName manager : server.queryNames(new ObjectName("*:type=Manager,*"), null)) {
      for (String kind : new String[] {"activeSipSessions", APPLICATIONS}) {
        try {
          counts.put(manager + " " + kind, server.getAttribute(manager, kind));
        } catch (AttributeNotFoundException ofPlainHttp) {
          // a web application without SIP
        }
      }
    }
    return counts;
  }
}
