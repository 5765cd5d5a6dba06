package org.sipbond.wire.agent;

import java.util.List;

/**
 * What a callee answers to a new INVITE by itself, at once and in this order. After the last
 * provisional status the call waits for {@link IncomingCall#answer()} or another word.
 */
public record Answering(List<Integer> statuses) {
  /** Fails on what is no status, and on anything after a final one. */
  public Answering {
    statuses = List.copyOf(statuses);
    for (int i = 0; i < statuses.size(); i++) {
      int status = statuses.get(i);
      boolean last = i == statuses.size() - 1;
      if (status < 100 || status > 699 || (status >= 200 && !last)) {
        throw new IllegalArgumentException(
            "statuses " + statuses + "; allowed: 1xx, then at most one of 200 to 699");
      }
    }
  }

  /** These statuses, in this order. */
  public static Answering with(Integer... statuses) {
    return new Answering(List.of(statuses));
  }

  /** 100, 180, 200. */
  public static Answering atOnce() {
    return with(100, 180, 200);
  }

  /** 100 and 180, then nothing until told. */
  public static Answering whenTold() {
    return with(100, 180);
  }

  /** 100, then that failure. */
  public static Answering reject(int status) {
    return with(100, status);
  }

  /** Nothing, not even 100, until told. */
  public static Answering silent() {
    return with();
  }
}
