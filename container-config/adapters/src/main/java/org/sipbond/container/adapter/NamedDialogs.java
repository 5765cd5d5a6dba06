// SPDX-License-Identifier: AGPL-3.0-only
package org.sipbond.container.adapter;

import java.text.ParseException;
import java.util.List;
import java.util.ListIterator;
import javax.sip.header.Header;
import javax.sip.message.Request;
import org.mobicents.servlet.sip.message.SipFactoryImpl;

/**
 * Replaces and Join, which the container follows where they name one of its dialogs: it puts the
 * new call into the application session of the old one, and so they end together (JSR 289
 * §15.11.4). The application gets them by other names instead.
 */
final class NamedDialogs {
  private static final String PREFIX = "X-Sipbond-";
  private static final List<String> NAMES = List.of("Replaces", "Join");

  private NamedDialogs() {}

  /** Gives those headers of a request their other names; what a peer sends by these is removed. */
  static void keep(Request request) {
    for (String name : NAMES) {
      request.removeHeader(PREFIX + name);
      ListIterator<?> headers = request.getHeaders(name);
      while (headers.hasNext()) {
        rename((Header) headers.next(), request);
      }
      request.removeHeader(name);
    }
  }

  private static void rename(Header header, Request request) {
    String value = header.toString().substring(header.getName().length() + 1).strip();
    try {
      request.addHeader(
          SipFactoryImpl.headerFactory.createHeader(PREFIX + header.getName(), value));
    } catch (ParseException e) {
      throw new IllegalStateException("cannot keep " + header, e);
    }
  }
}
