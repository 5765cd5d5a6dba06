package org.sipbond.sip.message;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.servlet.sip.Address;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.sipbond.core.bond.Listener;
import org.sipbond.core.dialog.DialogId;
import org.sipbond.core.dialog.DialogIndex;
import org.sipbond.core.dialog.DialogNames;
import org.sipbond.core.dialog.NamingHeader;

/**
 * Headers that name a dialog other than the one they are in: each leg has names of its own. Keeps
 * which dialog is the other leg of which. Free for any thread. See RFC 3891, RFC 3911, RFC 4538.
 */
public final class DialogHeaders {
  private static final String REFER_TO = "Refer-To";

  /** How the container hands on what it would follow itself; see src/docs/container.md. */
  private static final String KEPT_FROM_THE_CONTAINER = "X-Sipbond-";

  private final DialogIndex index = new DialogIndex();
  private final DialogNames names = new DialogNames(index);

  /**
   * A response of a callee was sent on as another, and so made a dialog on each leg.
   *
   * @return the callee's, for {@link #part}; empty where there are no tags yet
   */
  public Optional<DialogId> met(SipServletResponse response, SipServletResponse onward) {
    Optional<DialogId> callee = dialog(response, response.getFrom(), response.getTo());
    Optional<DialogId> caller = dialog(onward, onward.getTo(), onward.getFrom());
    callee.ifPresent(one -> caller.ifPresent(other -> index.join(one, other)));
    return callee;
  }

  /** The dialog is over, and so is that of the other leg. */
  public void part(DialogId one) {
    index.part(one);
  }

  /** Says in a request, which is not sent yet, what the peer calls the dialogs it names. */
  public void rewrite(SipServletRequest onward, Listener member) {
    for (NamingHeader naming : NamingHeader.values()) {
      String kept = KEPT_FROM_THE_CONTAINER + naming.header();
      Headers.values(onward, kept).forEach(value -> onward.addHeader(naming.header(), value));
      onward.removeHeader(kept);
      replace(onward, naming.header(), value -> names.across(naming, value));
    }
    replace(onward, REFER_TO, value -> names.referTo(value, member));
  }

  private static void replace(
      SipServletRequest onward, String header, UnaryOperator<String> rewrite) {
    List<String> values = Headers.values(onward, header);
    if (!values.isEmpty()) {
      onward.removeHeader(header);
      values.forEach(value -> onward.addHeader(header, rewrite.apply(value)));
    }
  }

  private static Optional<DialogId> dialog(
      SipServletResponse response, Address local, Address remote) {
    return tag(local)
        .flatMap(own -> tag(remote).map(peers -> new DialogId(response.getCallId(), own, peers)));
  }

  private static Optional<String> tag(Address party) {
    return Optional.ofNullable(party.getParameter("tag"));
  }
}
