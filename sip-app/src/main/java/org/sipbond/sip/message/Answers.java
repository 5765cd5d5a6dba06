package org.sipbond.sip.message;

import java.io.IOException;
import java.time.Duration;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.sipbond.core.b2bua.TimerTalk;

/** Final responses that sipbond gives on its own; refusals with a Reason header (RFC 3326). */
public final class Answers {
  /** RFC 4028 §6; neither JSR 289 nor the container knows it. */
  public static final int INTERVAL_TOO_SMALL = 422;

  private static final String INTERVAL_PHRASE = "Session Interval Too Small";

  private Answers() {}

  /**
   * Answers {@code request} with {@code status} and says why.
   *
   * @param status 300 to 699
   * @param text why, without line breaks; may name bonds but no addresses of the other side
   * @throws IOException if the response cannot be sent
   */
  public static void refuse(SipServletRequest request, int status, String text) throws IOException {
    finish(request, create(request, status, text));
  }

  /**
   * Answers a request within a dialog that could not be passed on; the dialog stays.
   *
   * @throws IOException if the response cannot be sent
   */
  public static void decline(SipServletRequest request, int status, String text)
      throws IOException {
    create(request, status, text).send();
  }

  /**
   * Answers 500 and says after how many seconds the same request may be sent again. See RFC 3261
   * §14.2.
   *
   * @throws IOException if the response cannot be sent
   */
  public static void retryLater(SipServletRequest request, int seconds, String text)
      throws IOException {
    SipServletResponse response =
        create(request, SipServletResponse.SC_SERVER_INTERNAL_ERROR, text);
    response.setHeader("Retry-After", Integer.toString(seconds));
    response.send();
  }

  /**
   * Answers a request within a dialog that requires an extension which is not served there; the
   * dialog stays.
   *
   * @throws IOException if the response cannot be sent
   */
  public static void unserved(SipServletRequest request, String option) throws IOException {
    SipServletResponse response =
        create(request, SipServletResponse.SC_BAD_EXTENSION, "extension not served: " + option);
    response.setHeader("Unsupported", option);
    response.send();
  }

  /**
   * Answers 420 and lists the option tags that are not served. See RFC 3261 §8.2.2.3.
   *
   * @throws IOException if the response cannot be sent
   */
  public static void badExtension(SipServletRequest request, String unsupported)
      throws IOException {
    SipServletResponse response =
        create(
            request, SipServletResponse.SC_BAD_EXTENSION, "extension not served: " + unsupported);
    response.setHeader("Unsupported", unsupported);
    finish(request, response);
  }

  /**
   * Answers with the methods that are served. See RFC 3261 §8.2.1.
   *
   * @param status 200 for OPTIONS, 405 for a method that is not served
   * @throws IOException if the response cannot be sent
   */
  public static void allow(SipServletRequest request, int status, String methods)
      throws IOException {
    SipServletResponse response = request.createResponse(status);
    response.setHeader("Allow", methods);
    finish(request, response);
  }

  /**
   * Answers 422 and says what session interval would do; nothing ends by it. See RFC 4028 §6.
   *
   * @throws IOException if the response cannot be sent
   */
  public static void intervalTooSmall(SipServletRequest request, Duration least)
      throws IOException {
    SipServletResponse response = request.createResponse(INTERVAL_TOO_SMALL, INTERVAL_PHRASE);
    response.setHeader("Reason", reason(INTERVAL_TOO_SMALL, "session interval is too small"));
    response.setHeader(TimerTalk.MIN_SE, Long.toString(least.toSeconds()));
    response.send();
  }

  private static void finish(SipServletRequest request, SipServletResponse response)
      throws IOException {
    response.send();
    Farewell.to(request.getApplicationSession());
  }

  private static SipServletResponse create(SipServletRequest request, int status, String text) {
    SipServletResponse response = request.createResponse(status);
    response.setHeader("Reason", reason(status, text));
    return response;
  }

  private static String reason(int status, String text) {
    String quotable = text.replace("\\", "\\\\").replace("\"", "\\\"");
    return "SIP;cause=" + status + ";text=\"" + quotable + "\"";
  }
}
