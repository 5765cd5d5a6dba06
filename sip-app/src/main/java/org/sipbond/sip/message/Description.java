package org.sipbond.sip.message;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import javax.servlet.sip.SipServletMessage;

/** A body that described a session, byte for byte, and its type. */
public final class Description {
  private final byte[] bytes;
  private final String type;

  private Description(byte[] bytes, String type) {
    this.bytes = bytes;
    this.type = type;
  }

  /**
   * That of a message; empty where it has none.
   *
   * @throws IOException if the body cannot be read
   */
  public static Optional<Description> of(SipServletMessage message) throws IOException {
    byte[] body = message.getRawContent();
    return body == null || body.length == 0
        ? Optional.empty()
        : Optional.of(new Description(body.clone(), message.getContentType()));
  }

  /**
   * Describes the session with it again.
   *
   * @throws IOException if the container cannot take it
   */
  public void write(SipServletMessage to) throws IOException {
    to.setContent(bytes.clone(), type);
  }

  /** Whether another one says the same, its version included. See RFC 3264 §8. */
  public boolean isSame(Description other) {
    return Arrays.equals(bytes, other.bytes);
  }
}
