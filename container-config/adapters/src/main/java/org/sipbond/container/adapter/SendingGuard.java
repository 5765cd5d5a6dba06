// SPDX-License-Identifier: AGPL-3.0-only
package org.sipbond.container.adapter;

import gov.nist.javax.sip.SipStackImpl;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.mobicents.servlet.sip.core.SipApplicationDispatcher;
import org.mobicents.servlet.sip.core.SipContext;

/**
 * Asks the applications whether a message may go out by a socket, when it is written and nothing
 * can change it any more. Each may have a {@link BiPredicate} in the attribute {@value #ATTRIBUTE}
 * of its servlet context: of the socket, as {@code udp:192.0.2.4:5060}, and the bytes.
 */
public final class SendingGuard {
  static final String ATTRIBUTE = "org.sipbond.container.may-send";

  private SendingGuard() {}

  /**
   * Returns where the message may go.
   *
   * @param stack null while it is made: then nothing is sent
   * @param message its bytes from position to limit; not changed
   * @throws IOException where an application says no
   */
  public static void check(@Nullable SipStackImpl stack, String socket, ByteBuffer message)
      throws IOException {
    if (stack != null && stack.getSipListener() instanceof SipApplicationDispatcher dispatcher) {
      Iterator<SipContext> applications = dispatcher.findSipApplications();
      while (applications.hasNext()) {
        if (!allows(applications.next(), socket, message)) {
          throw new IOException("message may not be sent by " + socket);
        }
      }
    }
  }

  @SuppressWarnings("unchecked") // an attribute has no type; what it is stands in container.md
  private static boolean allows(SipContext application, String socket, ByteBuffer message) {
    return !(application.getServletContext().getAttribute(ATTRIBUTE)
            instanceof BiPredicate<?, ?> guard)
        || ((BiPredicate<String, ByteBuffer>) guard).test(socket, message.asReadOnlyBuffer());
  }
}
