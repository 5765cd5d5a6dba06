package org.sipbond.wire.agent;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import org.sipbond.core.net.Transport;
import org.sipbond.wire.SipText;
import org.sipbond.wire.Via;
import org.sipbond.wire.WireMessage;

/** The transactions of one agent, and the lock over all its state. See RFC 3261 §17. */
final class Engine implements Inbox {
  private final Monitor monitor = new Monitor();
  private final Map<String, ClientTransaction> clients = new HashMap<>();
  private final Map<String, ServerTransaction> servers = new HashMap<>();
  private final Identity identity;
  private final Port port;
  private final Tokens tokens;
  private final Repeats timer;
  private final Calls calls = new Calls(this);
  private final Requests requests = new Requests(this);
  private final Dialogs dialogs = new Dialogs();

  Engine(Identity identity, Port port, Tokens tokens, Repeats timer) {
    this.identity = identity;
    this.port = port;
    this.tokens = tokens;
    this.timer = timer;
  }

  Monitor monitor() {
    return monitor;
  }

  Identity identity() {
    return identity;
  }

  Tokens tokens() {
    return tokens;
  }

  Calls calls() {
    return calls;
  }

  Dialogs dialogs() {
    return dialogs;
  }

  Requests requests() {
    return requests;
  }

  /** Starts a transaction. The lock must be held. */
  ClientTransaction send(SipText request, InetSocketAddress to) {
    ClientTransaction transaction = new ClientTransaction(monitor, request, line(to));
    clients.put(key(request), transaction);
    transaction.start(timer, identity.transport().reliable());
    return transaction;
  }

  Line line(InetSocketAddress to) {
    try {
      return port.to(to);
    } catch (IOException failed) {
      throw new NotSentException("no way to " + WireMessage.text(to), failed);
    }
  }

  /** A message whose answer cannot be sent is dropped: its sender's connection is gone. */
  @Override
  public void arrived(WireMessage message, Line back) {
    monitor.change(
        () -> {
          try {
            dispatch(message, back);
          } catch (NotSentException | NotSeenException unanswerable) {
            System.getLogger(Engine.class.getName())
                .log(System.Logger.Level.DEBUG, () -> "dropped " + message, unanswerable);
          }
        });
  }

  private void dispatch(WireMessage message, Line back) {
    SipText text = message.text();
    if (!text.isRequest()) {
      ClientTransaction transaction = clients.get(key(text));
      if (transaction != null) {
        transaction.received(text);
      }
    } else if (text.isRequest("ACK")) {
      calls.acknowledged(text);
    } else if (text.topVia().isPresent()) {
      serve(message, back);
    }
  }

  private void serve(WireMessage message, Line back) {
    SipText request = message.text();
    ServerTransaction known = servers.get(key(request));
    if (known != null) {
      known.again();
      return;
    }
    ServerTransaction transaction =
        new ServerTransaction(
            request,
            message.source(),
            responseLine(message, back),
            timer,
            identity.transport().reliable());
    servers.put(key(request), transaction);
    calls.requested(transaction);
  }

  /** Without rport, a response over UDP goes to the port of sent-by. See RFC 3261 §18.2.2. */
  private Line responseLine(WireMessage message, Line back) {
    Via via = message.text().topVia().orElseThrow();
    boolean bySource =
        message.transport() != Transport.UDP || via.parameters().containsKey("rport");
    return bySource
        ? back
        : line(new InetSocketAddress(message.source().getAddress(), via.sentBy().port()));
  }

  private static String key(SipText text) {
    String branch = text.topVia().flatMap(Via::branch).orElse("");
    return branch + " " + text.method();
  }
}
