package org.sipbond.arquillian.facts;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.servlet.ServletContext;
import javax.servlet.ServletException;
import javax.servlet.sip.SipServletMessage;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.awaitility.Awaitility;

/** What an application got from the container, and what it does with it. */
public final class Probe {
  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final String ATTRIBUTE = Probe.class.getName();

  private final List<SipServletMessage> seen = new CopyOnWriteArrayList<>();
  private final List<Throwable> failures = new CopyOnWriteArrayList<>();
  private volatile Step<SipServletRequest> onRequest = request -> {};
  private volatile Step<SipServletResponse> onResponse = response -> {};

  private Probe() {}

  /** One thing that a servlet does with a message. */
  @FunctionalInterface
  public interface Step<T> {
    void with(T message) throws IOException, ServletException;
  }

  /** The application's probe, the same for its servlet and for the test that runs in it. */
  public static synchronized Probe of(ServletContext context) {
    if (!(context.getAttribute(ATTRIBUTE) instanceof Probe)) {
      context.setAttribute(ATTRIBUTE, new Probe());
    }
    return (Probe) context.getAttribute(ATTRIBUTE);
  }

  /** Forgets what was, and does this from now on. */
  public void script(Step<SipServletRequest> request, Step<SipServletResponse> response) {
    seen.clear();
    failures.clear();
    onRequest = request;
    onResponse = response;
  }

  /** As {@link #script} for a user agent server. */
  public void script(Step<SipServletRequest> request) {
    script(request, response -> {});
  }

  /** What went wrong in steps. */
  public List<Throwable> failures() {
    return List.copyOf(failures);
  }

  /** Waits for a request of that method. */
  public SipServletRequest request(String method) {
    return await(SipServletRequest.class, method, 0);
  }

  /** Waits for a response of that status to that method. */
  public SipServletResponse response(String method, int status) {
    return await(SipServletResponse.class, method, status);
  }

  private <T extends SipServletMessage> T await(Class<T> type, String method, int status) {
    return Awaitility.await(method + " " + status)
        .atMost(LIMIT)
        .until(
            () ->
                seen.stream()
                    .filter(type::isInstance)
                    .filter(message -> message.getMethod().equals(method))
                    .filter(message -> status(message) == status)
                    .map(type::cast)
                    .toList(),
            found -> !found.isEmpty())
        .get(0);
  }

  private static int status(SipServletMessage message) {
    return message instanceof SipServletResponse response ? response.getStatus() : 0;
  }

  void received(SipServletRequest request) {
    run(onRequest, request);
  }

  void received(SipServletResponse response) {
    run(onResponse, response);
  }

  private <T extends SipServletMessage> void run(Step<T> step, T message) {
    try {
      step.with(message);
    } catch (IOException | ServletException | RuntimeException e) {
      failures.add(e);
    } finally {
      seen.add(message);
    }
  }
}
