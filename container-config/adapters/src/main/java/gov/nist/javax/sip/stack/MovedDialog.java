// SPDX-License-Identifier: AGPL-3.0-only
package gov.nist.javax.sip.stack;

import gov.nist.javax.sip.SipProviderImpl;
import gov.nist.javax.sip.header.Via;
import java.text.ParseException;
import org.jspecify.annotations.NullMarked;

/**
 * A dialog that sends by another listening point than its first request did, because its peer wants
 * another transport or address family (RFC 3261 §12.2.1.1 takes the next hop from the remote target
 * and the route set, whatever the dialog began with). In this package for fields that the stack
 * keeps to itself; marked here, since a mark of the package would be one of the stack's classes
 * too.
 */
@NullMarked
public final class MovedDialog {
  private MovedDialog() {}

  /**
   * Lets everything that a dialog sends from now on leave by the listening point of {@code
   * provider}. What comes by any other is of the dialog as before: the peer may not know yet.
   */
  public static void move(SIPDialog dialog, SipProviderImpl provider) {
    if (dialog.getSipProvider() != provider) {
      dialog.setSipProvider(provider);
      dialog.firstTransactionPort = provider.getListeningPoint().getPort();
      // By this the stack would refuse what comes by another listening point than the first.
      dialog.contactHeader = null;
      dialog.contactHeaderStringified = null;
    }
    settle(dialog);
  }

  /**
   * To be called before a request is made: the stack looks for a listening point of the transport
   * that the latest response came or went by, and a dialog that has moved has it no more.
   */
  public static void settle(SIPDialog dialog) {
    Via latest = dialog.getLastResponseTopMostVia();
    SipProviderImpl provider = dialog.getSipProvider();
    if (latest != null && provider.getListeningPoint(latest.getTransport()) == null) {
      String own = provider.getListeningPoint().getTransport();
      try {
        latest.setTransport(own);
      } catch (ParseException impossible) {
        throw new IllegalStateException("transport " + own, impossible);
      }
    }
  }
}
