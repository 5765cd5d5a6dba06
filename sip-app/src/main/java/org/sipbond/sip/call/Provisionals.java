package org.sipbond.sip.call;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.servlet.sip.Rel100Exception;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.sipbond.core.b2bua.ReliableOrder;

/**
 * The responses of callees that wait because the caller has not acknowledged an earlier one yet:
 * there is one unacknowledged reliable provisional response at a time, and no other response but a
 * failure goes before its PRACK. See RFC 3262 §3. Guarded by its call.
 *
 * <p>The callee may send 2xx before PRACK where the provisional response had no offer; the stack
 * would block the thread that relays it.
 */
final class Provisionals {
  private static final String RSEQ = "RSeq";

  private final Map<String, ReliableOrder> orders = new HashMap<>();
  private final Deque<SipServletResponse> waiting = new ArrayDeque<>();
  private Optional<SipServletResponse> unacknowledged = Optional.empty();

  static boolean isReliable(SipServletResponse response) {
    return rseq(response).isPresent();
  }

  /** Whether a response came before, or one before it is missing; it will come again. */
  boolean isRepeated(SipServletResponse response) {
    Optional<Long> rseq = rseq(response);
    if (rseq.isEmpty()) {
      return false;
    }
    String dialog = dialog(response);
    ReliableOrder order = orders.getOrDefault(dialog, ReliableOrder.START);
    boolean next = order.isNext(rseq.get());
    if (next) {
      orders.put(dialog, order.after(rseq.get()));
    }
    return !next;
  }

  /** Keeps a response that has to wait; false where it may go on now. */
  boolean holds(SipServletResponse response) {
    boolean held = unacknowledged.isPresent();
    if (held) {
      waiting.add(response);
    }
    return held;
  }

  /** The caller got this one reliably. */
  void sent(SipServletResponse response) {
    unacknowledged = Optional.of(response);
  }

  /** The response that a PRACK of the caller is for. */
  Optional<SipServletResponse> acknowledged() {
    Optional<SipServletResponse> response = unacknowledged;
    unacknowledged = Optional.empty();
    return response;
  }

  boolean isUnacknowledged() {
    return unacknowledged.isPresent();
  }

  /** The next that may go on; empty where there is none. */
  Optional<SipServletResponse> next() {
    return unacknowledged.isPresent() ? Optional.empty() : Optional.ofNullable(waiting.poll());
  }

  /** Acknowledges a response in the name of a caller who cannot. */
  static SipServletRequest prack(SipServletResponse response) throws IOException {
    try {
      return response.createPrack();
    } catch (Rel100Exception | IllegalStateException impossible) {
      throw new IOException("no PRACK can be made for " + response.getStatus(), impossible);
    }
  }

  private static String dialog(SipServletResponse response) {
    return response.getSession().getId() + " " + response.getTo().getParameter("tag");
  }

  private static Optional<Long> rseq(SipServletResponse response) {
    return Optional.ofNullable(response.getHeader(RSEQ)).map(String::strip).map(Long::valueOf);
  }
}
