package org.sipbond.dns;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.sipbond.core.resolve.DnsAnswer.Status;
import org.xbill.DNS.WireParseException;

/** What went wrong with a server, from what dnsjava throws. */
final class Failures {
  private Failures() {}

  static Status status(Throwable thrown) {
    Throwable cause = thrown;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof TimeoutException || cause instanceof SocketTimeoutException) {
      return Status.TIMEOUT;
    }
    if (cause instanceof IOException && !(cause instanceof WireParseException)) {
      return Status.UNREACHABLE;
    }
    return Status.MALFORMED;
  }
}
