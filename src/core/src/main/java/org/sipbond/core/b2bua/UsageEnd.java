package org.sipbond.core.b2bua;

import java.util.Set;

/**
 * Which responses to requests within a call say that the call is no more on that leg. See RFC 3261
 * §12.2.1.2 and RFC 5057 §5.1; narrower than the latter where a phone that lacks a method or a
 * target, or forbids one change (403, 405), would lose its call.
 */
public final class UsageEnd {
  /** These speak of a subscription beside the call, or of one provisional response. */
  private static final Set<String> OF_ANOTHER_USAGE =
      Set.of("SUBSCRIBE", "NOTIFY", "REFER", "PRACK");

  /** Requests that ask for the peer itself, whose refusal therefore says something of it. */
  private static final Set<String> TARGET_REFRESH = Set.of("INVITE", "UPDATE");

  /** The peer did not answer, or knows of no such call. */
  private static final Set<Integer> LOST = Set.of(408, 481);

  /** RFC 5057 §5.1: the peer cannot be reached in this dialog any more. */
  private static final Set<Integer> UNREACHABLE =
      Set.of(404, 410, 416, 480, 482, 484, 485, 502, 604);

  private UsageEnd() {}

  /**
   * Whether the call is over.
   *
   * @param method of the request that was answered
   */
  public static boolean by(String method, int status) {
    return !OF_ANOTHER_USAGE.contains(method)
        && (LOST.contains(status)
            || (TARGET_REFRESH.contains(method) && UNREACHABLE.contains(status)));
  }
}
