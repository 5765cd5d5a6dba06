package org.sipbond.core.dialog;

import java.util.Objects;

/**
 * The identifier of a dialog between sipbond and a peer, as sipbond has it. See RFC 3261 §12.
 *
 * @param localTag sipbond's own
 * @param remoteTag the peer's
 */
public record DialogId(String callId, String localTag, String remoteTag) {
  public DialogId {
    Objects.requireNonNull(callId);
    Objects.requireNonNull(localTag);
    Objects.requireNonNull(remoteTag);
  }

  /** What a request to the peer calls this dialog: To is the peer's side. See RFC 3891 §3. */
  DialogReference toldToThePeer() {
    return new DialogReference(callId, remoteTag, localTag);
  }
}
