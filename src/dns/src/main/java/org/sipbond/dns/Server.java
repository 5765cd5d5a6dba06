package org.sipbond.dns;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.sipbond.core.net.HostPort;
import org.sipbond.core.resolve.DnsAnswer;
import org.sipbond.core.resolve.Question;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** One server: UDP, and TCP where the answer is truncated (RFC 7766 §5). */
final class Server {
  private final SimpleResolver resolver;
  private final Duration timeout;
  private final Executor executor;
  private final String text;

  Server(InetSocketAddress address, Duration timeout, Executor executor) {
    this.resolver = new SimpleResolver(address);
    this.timeout = timeout;
    this.executor = executor;
    this.text = HostPort.text(address.getAddress(), address.getPort());
    resolver.setTimeout(timeout);
  }

  /** The wire form of a question; fails for a name that DNS cannot hold. */
  static Record query(Question question) throws TextParseException {
    return Record.newRecord(
        Name.fromString(question.name(), Name.root), Type.value(question.type().name()), DClass.IN);
  }

  /** One try. The timer is our own: dnsjava looks at its own once a second. */
  CompletionStage<DnsAnswer> ask(Question question, Record query) {
    return resolver
        .sendAsync(Message.newQuery(query), executor)
        .thenApply(message -> AnswerReader.read(question, message, text))
        .toCompletableFuture()
        .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
        .exceptionallyAsync(
            thrown -> DnsAnswer.failed(question, Failures.status(thrown), text), executor);
  }

  /** {@code 192.0.2.53:53}. */
  @Override
  public String toString() {
    return text;
  }
}
