package org.sipbond.wire;

import java.util.function.Function;

/** What stood in a datagram, or next in a stream. */
public sealed interface Frame {
  /** One value for each case. */
  <T> T fold(
      Function<Message, T> message,
      Function<KeepAlive, T> keepAlive,
      Function<Malformed, T> malformed);

  /** A whole message. */
  record Message(SipText text) implements Frame {
    @Override
    public <T> T fold(
        Function<Message, T> message,
        Function<KeepAlive, T> keepAlive,
        Function<Malformed, T> malformed) {
      return message.apply(this);
    }
  }

  /** Line ends between messages. See RFC 3261 §7.5 and RFC 5626 §4.4.1. */
  record KeepAlive(int bytes) implements Frame {
    @Override
    public <T> T fold(
        Function<Message, T> message,
        Function<KeepAlive, T> keepAlive,
        Function<Malformed, T> malformed) {
      return keepAlive.apply(this);
    }
  }

  /** No SIP message. In a stream nothing after it can be read. */
  record Malformed(String reason) implements Frame {
    @Override
    public <T> T fold(
        Function<Message, T> message,
        Function<KeepAlive, T> keepAlive,
        Function<Malformed, T> malformed) {
      return malformed.apply(this);
    }
  }
}
