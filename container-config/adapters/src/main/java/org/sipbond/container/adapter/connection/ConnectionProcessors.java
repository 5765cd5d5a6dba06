// SPDX-License-Identifier: AGPL-3.0-only
package org.sipbond.container.adapter.connection;

import gov.nist.javax.sip.SipStackImpl;
import gov.nist.javax.sip.stack.MessageProcessor;
import gov.nist.javax.sip.stack.MessageProcessorFactory;
import gov.nist.javax.sip.stack.OIOMessageProcessorFactory;
import gov.nist.javax.sip.stack.SIPTransactionStack;
import java.io.IOException;
import java.net.InetAddress;
import org.sipbond.core.net.Transport;

/**
 * Makes the stack's listeners: those of this package for TCP and TLS, the stack's own for UDP. The
 * stack reads the property {@code gov.nist.javax.sip.MESSAGE_PROCESSOR_FACTORY}.
 */
public final class ConnectionProcessors implements MessageProcessorFactory {
  private final MessageProcessorFactory others = new OIOMessageProcessorFactory();

  @Override
  public MessageProcessor createMessageProcessor(
      SIPTransactionStack stack, InetAddress address, int port, String transport)
      throws IOException {
    Transport kind = Transport.named(transport).orElse(Transport.UDP);
    return switch (kind) {
      case TCP, TLS -> new ConnectionProcessor((SipStackImpl) stack, address, port, kind);
      default -> others.createMessageProcessor(stack, address, port, transport);
    };
  }
}
