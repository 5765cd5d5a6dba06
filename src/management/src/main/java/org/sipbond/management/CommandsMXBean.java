package org.sipbond.management;

/**
 * What commands ask the running SIP application. Registered as {@link #OBJECT_NAME} in the
 * platform's MBean server while the application is deployed.
 *
 * <p>Every operation takes strings and gives its answer as it is shown to a person or a program, so
 * that whoever asks need know nothing of the application: the command line, a JMX console, a
 * script. An argument that is not given is empty. The last argument of each is {@link #TEXT} or
 * {@link #JSON}. An operation answers within {@value #LONGEST_SECONDS} seconds.
 */
public interface CommandsMXBean {

  /** The object name that the application registers under. */
  String OBJECT_NAME = "org.sipbond:type=Commands";

  /** Lines for a person. */
  String TEXT = "text";

  /** One value of RFC 8259. */
  String JSON = "json";

  /** How long an operation takes at most, with all that it has to wait for. */
  int LONGEST_SECONDS = 20;

  /** The listeners of the configuration. */
  Answer listeners(String format);

  /** The bonds of the configuration, and what each can send. */
  Answer bonds(String format);

  /** The Call-IDs of the last calls as the callers sent them, oldest first. */
  Answer calls(String format);

  /**
   * Why a call went where it did.
   *
   * @param callId the Call-ID of the caller's INVITE
   * @return negative where the call is not known any more
   */
  Answer explainCall(String callId, String format);
}
