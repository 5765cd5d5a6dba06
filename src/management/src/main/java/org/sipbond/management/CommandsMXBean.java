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

  /**
   * Lets nothing new begin at a listener, whether it comes in or goes out; calls that have begun
   * keep it.
   *
   * @param name of the listener in the configuration
   * @return negative where it was drained already
   */
  Answer listenersDrain(String name, String format);

  /**
   * Takes a drained listener into use again.
   *
   * @param name of the listener in the configuration
   * @return negative where it was in use
   */
  Answer listenersResume(String name, String format);

  /** The bonds of the configuration, and what each can send. */
  Answer bonds(String format);

  /**
   * Calls, the newest last.
   *
   * @param which {@code active} for those that go on, whatever the next three say; empty for those
   *     that are over
   * @param from those that started then or later: {@code 2026-11-21T12:00:00Z} or {@code
   *     2026-11-21}; empty for any
   * @param to those that started before; likewise
   * @param limit how many, the newest; empty for 50
   * @return negative where they cannot be asked for now
   */
  Answer calls(String which, String from, String to, String limit, String format);

  /**
   * All that is kept of a call, or known of it so far.
   *
   * @param callId of either leg
   * @return negative where none is known, or they cannot be asked for now
   */
  Answer callShow(String callId, String format);

  /**
   * Ends a call: BYE to both sides, or CANCEL to the callee and 487 to the caller before it is
   * answered.
   *
   * @param callId of either leg
   * @return negative where no such call goes on
   */
  Answer callEnd(String callId, String format);

  /**
   * Why a call went where it did.
   *
   * @param callId the Call-ID of the caller's INVITE
   * @return negative where nothing was sent for it, or it is not known any more
   */
  Answer explainCall(String callId, String format);

  /**
   * What would become of the first request of a dialog; sends nothing but questions to DNS.
   *
   * @param uri its Request-URI
   * @param from the bond that it would come in by; may be empty where rules name only one
   * @param source the address that it would come from; empty for the one of the bond's first member
   * @param method in capital letters; empty for INVITE
   * @return negative where nothing would be sent
   */
  Answer explain(String uri, String from, String source, String method, String format);

  /**
   * Where a bond would send, whatever the rules say; sends nothing but questions to DNS.
   *
   * @return negative where nothing would be sent
   */
  Answer resolve(String uri, String bond, String format);

  /**
   * What the active configuration probably does not mean, with what DNS says of next hops now.
   *
   * @return negative where there is a warning
   */
  Answer lint(String format);

  /** The destinations that come last for now, the longest known first. */
  Answer blacklist(String format);

  /**
   * Lets a destination come last for as long as after a failure, or until it answers.
   *
   * @param destination {@code udp:192.0.2.1:5060}
   */
  Answer blacklistAdd(String destination, String format);

  /**
   * Lets a destination come in its turn again.
   *
   * @return negative where it did already
   */
  Answer blacklistRemove(String destination, String format);

  /** Lets every destination come in its turn again. */
  Answer blacklistClear(String format);

  /**
   * What is remembered of DNS.
   *
   * @param name a domain; empty for all
   * @return negative where a name is given about which nothing is remembered
   */
  Answer dnsShow(String name, String format);

  /**
   * Forgets what is remembered of DNS.
   *
   * @param name a domain; empty for all
   * @return negative where a name is given about which nothing is remembered
   */
  Answer dnsFlush(String name, String format);
}
