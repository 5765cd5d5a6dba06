package org.sipbond.sip.message;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import javax.servlet.sip.SipServletMessage;
import org.sipbond.core.b2bua.HeaderPolicy;

/** Copies from a message of one leg what may be seen on the other. */
public final class Headers {

  private Headers() {}

  /**
   * Copies passing header fields and the body, byte for byte.
   *
   * @throws IOException if the body cannot be read
   */
  public static void copy(SipServletMessage from, SipServletMessage to) throws IOException {
    copyFields(from, to);
    HeaderPolicy.passingOptions(values(from, "Supported"))
        .ifPresent(options -> to.setHeader("Supported", options));
    HeaderPolicy.passingOptions(values(from, "Require"))
        .ifPresent(options -> to.setHeader("Require", options));
    copyBody(from, to);
  }

  /**
   * Copies the body with its type; nothing where there is none.
   *
   * @throws IOException if the body cannot be read
   */
  public static void copyBody(SipServletMessage from, SipServletMessage to) throws IOException {
    byte[] body = from.getRawContent();
    if (body != null && body.length > 0) {
      to.setContent(body, from.getContentType());
    }
  }

  /** All values of a header, a field each; empty when there is none. */
  public static List<String> values(SipServletMessage message, String header) {
    List<String> values = new ArrayList<>();
    Iterator<String> each = message.getHeaders(header);
    each.forEachRemaining(values::add);
    return Collections.unmodifiableList(values);
  }

  private static void copyFields(SipServletMessage from, SipServletMessage to) {
    Iterator<String> names = from.getHeaderNames();
    while (names.hasNext()) {
      String name = names.next();
      if (HeaderPolicy.passes(name)) {
        to.removeHeader(name);
        values(from, name).forEach(value -> to.addHeader(name, value));
      }
    }
  }
}
